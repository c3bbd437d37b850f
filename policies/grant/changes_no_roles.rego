# METADATA
# title: Roles do not change roles and their bindings
# description: "Who hands out rights decides what everybody may do; that belongs to few people and to reviewed changes."
# custom:
#   id: grant-changes-no-roles
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: duty-separation, strength: primary, because: who uses rights is not who gives them}
#     - {id: CC6.2, aspect: access-requests, strength: supporting, because: rights are given where requests for them are reviewed}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "leave `get`, `list` and `watch` on roles and their bindings, and let reviewed changes make them"
#   aliases:
#     trivy: [AVD-KSV-0050, KSV-0050]
#   since: "0.1.0"
package gapcheck.grant.changes_no_roles

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some group in grant.api_groups
	group in {"rbac.authorization.k8s.io", "*"}
	some index, resource in grant.resources
	resource in {"roles", "rolebindings", "clusterroles", "clusterrolebindings", "*"}
	some action in grant.actions
	action in {"create", "update", "patch", "delete", "deletecollection", "*"}
	message := sprintf("%s may change who has which rights", [grant.name])
}
