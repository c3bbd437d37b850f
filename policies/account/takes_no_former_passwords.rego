# METADATA
# title: No former password of the account is taken again
# description: "Who leaks once leaks for good where old passwords come back."
# custom:
#   id: account-takes-no-former-passwords
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a password that was given away does not come back}
#   tests: design
#   reads: [setting, password_reuse_prevention]
#   remediation:
#     terraform: "set `password_reuse_prevention` to 24"
#   aliases:
#     checkov: [CKV_AWS_13]
#     trivy: [AVD-AWS-0056, AWS-0056]
#     tfsec: [aws-iam-no-password-reuse]
#     kics: [89806cdc-9c2e-4bd1-a0dc-53f339bcfb2a]
#     prowler: [iam_password_policy_reuse_24]
#     powerpipe: [iam_account_password_policy_strong_min_reuse_24]
#   since: "0.1.0"
package gapcheck.account.takes_no_former_passwords

parameters := {"password_reuse_prevention": 24}

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["password_reuse_prevention"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.password_reuse_prevention < parameters.password_reuse_prevention
	message := sprintf("%s remembers %d former passwords, fewer than %d", [account.name, account.password_reuse_prevention, parameters.password_reuse_prevention])
}
