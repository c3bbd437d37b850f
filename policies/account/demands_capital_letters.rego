# METADATA
# title: Passwords of the account hold an upper-case letter
# description: "Lists of words are tried first, and few of them hold an upper-case letter."
# custom:
#   id: account-demands-capital-letters
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: an upper-case letter makes a password take longer to guess}
#   tests: design
#   reads: [setting, requires_uppercase]
#   remediation:
#     terraform: "set `require_uppercase_characters = true`"
#   aliases:
#     checkov: [CKV_AWS_15]
#     trivy: [AVD-AWS-0061, AWS-0061]
#     tfsec: [aws-iam-require-uppercase-in-passwords]
#     prowler: [iam_password_policy_uppercase]
#   since: "0.1.0"
package gapcheck.account.demands_capital_letters

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["requires_uppercase"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.requires_uppercase == false
	message := sprintf("%s lets passwords do without an upper-case letter", [account.name])
}
