# METADATA
# title: "Roles in clusters name verbs and resources, without wildcards"
# description: "A wildcard gives more than anybody meant, and grows by itself with each new resource."
# custom:
#   id: grant-names-what-roles-may-do
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights must be those that the work needs}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: what may be reached must be stated}
#   tests: design
#   reads: [form, actions, resources, api_groups]
#   remediation:
#     kubernetes: "name the verbs, resources and API groups that the work needs in place of `*`"
#   aliases:
#     checkov: [CKV_K8S_49]
#     trivy: [AVD-KSV-0044, KSV-0044, AVD-KSV-0045, KSV-0045, AVD-KSV-0046, KSV-0046, AVD-KSV-0112, KSV-0112]
#     kics: [6b896afb-ca07-467a-b256-1a0077a1c08e]
#     kube_linter: [wildcard-in-rules]
#     prowler: [rbac_minimize_wildcard_use_roles]
#   since: "0.1.0"
package gapcheck.grant.names_what_roles_may_do

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "rule"
}

deny contains {"subject": grant.id, "path": [fact, sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "rule"
	some fact, what in {"actions": "every verb", "resources": "every resource", "api_groups": "every API group"}
	some index, value in grant[fact]
	value == "*"
	message := sprintf("%s allows %s", [grant.name, what])
}
