# METADATA
# title: Passwords of the account hold a lower-case letter
# description: "Lists of words are tried first, and few of them hold a lower-case letter."
# custom:
#   id: account-demands-small-letters
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a lower-case letter makes a password take longer to guess}
#   tests: design
#   reads: [setting, requires_lowercase]
#   remediation:
#     terraform: "set `require_lowercase_characters = true`"
#   aliases:
#     checkov: [CKV_AWS_11]
#     trivy: [AVD-AWS-0058, AWS-0058]
#     tfsec: [aws-iam-require-lowercase-in-passwords]
#     prowler: [iam_password_policy_lowercase]
#   since: "0.1.0"
package gapcheck.account.demands_small_letters

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["requires_lowercase"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	account.requires_lowercase == false
	message := sprintf("%s lets passwords do without a lower-case letter", [account.name])
}
