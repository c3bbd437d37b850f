# METADATA
# title: "People sign in through the directory, not with a password of the account"
# description: A password that lives in the account outlasts the person it was made for.
# custom:
#   id: grant-gives-users-no-console-password
#   severity: high
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: joiners and leavers are handled in one place}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: the directory demands a second factor for everything alike}
#   tests: design
#   reads: [form, console_access]
#   remediation:
#     cloudformation: "remove the `LoginProfile` and let people sign in through IAM Identity Center or another federation"
#     terraform: "remove the `aws_iam_user_login_profile` and let people sign in through IAM Identity Center or another federation"
#   aliases:
#     checkov: [CKV2_AWS_22]
#     kics: [9ec311bf-dfd9-421f-8498-0b063c8bc552]
#   since: "0.1.0"
package gapcheck.grant.gives_users_no_console_password

subjects contains grant.id if {
	some grant in input.grant
	grant.form == "user"
	is_boolean(grant.console_access)
}

deny contains {"subject": grant.id, "path": ["console_access"], "message": message} if {
	some grant in input.grant
	grant.form == "user"
	grant.console_access == true
	message := sprintf("%s may sign in to the console with a password", [grant.name])
}
