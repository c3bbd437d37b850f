# METADATA
# title: Roles do not create pods by hand
# description: "Whoever creates pods runs any image under any account of the namespace, and so has all that these may do."
# custom:
#   id: grant-creates-no-pods
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: the rights of every account in a namespace are not given by the way}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what runs comes through the pipeline}
#   tests: design
#   reads: [form, actions, resources]
#   remediation:
#     kubernetes: "remove `create` on `pods`, and leave the creation of pods to controllers and the pipeline"
#   aliases:
#     kics: [522d4a64-4dc9-44bd-9240-7d8a0d5cb5ba,
#       592ad21d-ad9b-46c6-8d2d-fad09d62a942]
#     kube_linter: [access-to-create-pods]
#   since: "0.1.0"
package gapcheck.grant.creates_no_pods

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some resource in grant.resources
	resource in {"pods", "*"}
	some index, action in grant.actions
	action in {"create", "*"}
	message := sprintf("%s may create pods", [grant.name])
}
