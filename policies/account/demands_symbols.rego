# METADATA
# title: Passwords of the account hold a symbol
# description: "Lists of words are tried first, and few of them hold a symbol."
# custom:
#   id: account-demands-symbols
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a symbol makes a password take longer to guess}
#   tests: design
#   reads: [setting, requires_symbols]
#   remediation:
#     terraform: "set `require_symbols = true`"
#   aliases:
#     checkov: [CKV_AWS_14]
#     trivy: [AVD-AWS-0060, AWS-0060]
#     tfsec: [aws-iam-require-symbols-in-passwords]
#     prowler: [iam_password_policy_symbol]
#   since: "0.1.0"
package gapcheck.account.demands_symbols

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["requires_symbols"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.requires_symbols == false
	message := sprintf("%s lets passwords do without a symbol", [account.name])
}
