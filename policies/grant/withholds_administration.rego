# METADATA
# title: No grant gives full administration
# description: "Least privilege cannot hold where one policy, role or binding allows everything."
# custom:
#   id: grant-withholds-administration
#   severity: critical
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights must follow from duties and no duty needs every right}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: whoever holds full administration can switch off every other control}
#   tests: design
#   reads: [form, effect, actions, resources, role, scope, custom]
#   remediation:
#     cloudformation: "name the actions and resources that the duty needs; attach a narrower policy than `AdministratorAccess`"
#     terraform: "name the actions and resources that the duty needs; attach a narrower policy than `AdministratorAccess`; assign a narrower role than `Owner`"
#   aliases:
#     checkov: [CKV_AWS_1, CKV_AWS_62, CKV_AWS_274, CKV_AZURE_39]
#     kics: [2f37c4a3-58b9-4afe-8a87-d7f1d2286f84, 575a2155-6af1-4026-b1af-d5bc8fe2a904,
#       953b3cdb-ce13-428a-aa12-318726506661, f62aa827-4ade-4dc4-89e4-1433d384a368]
#     prowler: [iam_customer_attached_policy_no_administrative_privileges,
#       iam_inline_policy_no_administrative_privileges, iam_aws_attached_policy_no_administrative_privileges,
#       iam_subscription_roles_owner_custom_not_created]
#     powerpipe: [iam_policy_no_star_star]
#     trivy: [AVD-AZU-0030, AZU-0030]
#     tfsec: [azure-authorization-limit-role-actions]
#   since: "0.1.0"
package gapcheck.grant.withholds_administration

_administrators := {"administratoraccess", "owner"}

subjects contains grant.id if {
	some grant in input.grant
	_in_scope(grant)
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "statement"
	grant.effect == "allow"
	some index, action in grant.actions
	action in {"*", "*:*"}
	some resource in grant.resources
	resource == "*"
	message := sprintf("%s allows every action on everything", [grant.name])
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	grant.form == "role"
	grant.custom == true
	some index, action in grant.actions
	action == "*"
	message := sprintf("the role %s allows every action", [grant.name])
}

deny contains {"subject": grant.id, "path": ["role"], "message": message} if {
	some grant in input.grant
	_gives_role(grant)
	_last(grant.role) in _administrators
	message := sprintf("%s gives full administration", [grant.name])
}

# An attachment reaches the whole account; a binding reaches as far as its scope.
_gives_role(grant) if grant.form == "attachment"

_gives_role(grant) if {
	grant.form == "binding"
	grant.scope == "subscription"
}

_last(role) := name if {
	parts := split(lower(role), "/")
	name := parts[count(parts) - 1]
}

_in_scope(grant) if grant.form in {"attachment", "role", "statement"}

_in_scope(grant) if {
	grant.form == "binding"
	grant.scope == "subscription"
}
