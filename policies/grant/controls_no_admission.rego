# METADATA
# title: Roles do not change the webhooks of admission
# description: "Whoever changes these webhooks reads every object that enters the cluster, secrets among them, and can change it on the way."
# custom:
#   id: grant-controls-no-admission
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: "nobody but its keepers changes what guards the cluster's door"}
#     - {id: CC5.2, aspect: admission-rules, strength: supporting, because: rules at admission cannot be taken away unseen}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "remove `create`, `update`, `patch` and `delete` on `mutatingwebhookconfigurations` and `validatingwebhookconfigurations`"
#   aliases:
#     checkov: [CKV_K8S_155]
#     trivy: [AVD-KSV-0114, KSV-0114]
#   since: "0.1.0"
package gapcheck.grant.controls_no_admission

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	_of_admission(grant)
	some index, resource in grant.resources
	resource in {"mutatingwebhookconfigurations", "validatingwebhookconfigurations", "*"}
	some action in grant.actions
	action in {"create", "update", "patch", "delete", "deletecollection", "*"}
	message := sprintf("%s may change the webhooks of admission", [grant.name])
}

_of_admission(grant) if {
	some group in grant.api_groups
	group in {"admissionregistration.k8s.io", "*"}
}
