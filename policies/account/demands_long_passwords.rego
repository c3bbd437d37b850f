# METADATA
# title: Passwords of the account have fourteen characters or more
# description: "Each further character makes guessing many times longer."
# custom:
#   id: account-demands-long-passwords
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: guessing a long password takes longer than anybody has}
#   tests: design
#   reads: [setting, min_password_length]
#   remediation:
#     terraform: "set `minimum_password_length` to 14 or more"
#   aliases:
#     checkov: [CKV_AWS_10]
#     trivy: [AVD-AWS-0063, AWS-0063]
#     tfsec: [aws-iam-set-minimum-password-length]
#     kics: [1bc1c685-e593-450e-88fb-19db4c82aa1d]
#     prowler: [iam_password_policy_minimum_length_14]
#   since: "0.1.0"
package gapcheck.account.demands_long_passwords

parameters := {"min_password_length": 14}

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["min_password_length"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.min_password_length < parameters.min_password_length
	message := sprintf("%s takes passwords of %d characters, fewer than %d", [account.name, account.min_password_length, parameters.min_password_length])
}
