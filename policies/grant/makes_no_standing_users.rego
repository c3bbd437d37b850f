# METADATA
# title: "People come through the identity provider, not as users of the account"
# description: "A user of the account stays when its holder leaves, with a password and keys of its own."
# custom:
#   id: grant-makes-no-standing-users
#   severity: low
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: supporting, because: whoever leaves loses access with their identity}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: there is no user whose credentials could stay behind}
#   tests: design
#   reads: [form]
#   remediation:
#     cloudformation: "give people permission sets of IAM Identity Center, and workloads roles"
#     terraform: "give people permission sets (`aws_ssoadmin_permission_set`), and workloads roles"
#   aliases:
#     checkov: [CKV_AWS_273]
#   since: "0.1.0"
package gapcheck.grant.makes_no_standing_users

subjects contains grant.id if {
	some grant in input.grant
	grant.form in {"trust", "user"}
}

deny contains {"subject": grant.id, "path": ["form"], "message": message} if {
	some grant in input.grant
	grant.form == "user"
	message := sprintf("%s is a user of the account", [grant.name])
}
