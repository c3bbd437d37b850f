# METADATA
# title: Passwords of the account hold a digit
# description: "Lists of words are tried first, and few of them hold a digit."
# custom:
#   id: account-demands-digits
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a digit makes a password take longer to guess}
#   tests: design
#   reads: [setting, requires_numbers]
#   remediation:
#     terraform: "set `require_numbers = true`"
#   aliases:
#     checkov: [CKV_AWS_12]
#     trivy: [AVD-AWS-0059, AWS-0059]
#     tfsec: [aws-iam-require-numbers-in-passwords]
#     prowler: [iam_password_policy_number]
#   since: "0.1.0"
package gapcheck.account.demands_digits

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["requires_numbers"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.requires_numbers == false
	message := sprintf("%s lets passwords do without a digit", [account.name])
}
