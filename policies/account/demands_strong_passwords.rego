# METADATA
# title: "The password policy of the account sets length, variety and reuse limits"
# description: "Where people sign in with a password, the policy is all that keeps it from being guessed."
# custom:
#   id: account-demands-strong-passwords
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: the rules for passwords are a setting of the account}
#   tests: design
#   reads: [setting, min_password_length, password_reuse_prevention, requires_lowercase, requires_uppercase, requires_numbers, requires_symbols]
#   remediation:
#     terraform: "set `minimum_password_length` to 14 or more, `password_reuse_prevention` to 24, and every `require_*` argument to `true`"
#   aliases:
#     checkov: [CKV_AWS_10, CKV_AWS_11, CKV_AWS_12, CKV_AWS_13, CKV_AWS_14, CKV_AWS_15]
#     trivy: [AVD-AWS-0056, AVD-AWS-0058, AVD-AWS-0059, AVD-AWS-0060, AVD-AWS-0061, AVD-AWS-0063, AWS-0056, AWS-0058,
#       AWS-0059, AWS-0060, AWS-0061, AWS-0063]
#     tfsec: [aws-iam-no-password-reuse, aws-iam-require-lowercase-in-passwords,
#       aws-iam-require-numbers-in-passwords, aws-iam-require-symbols-in-passwords,
#       aws-iam-require-uppercase-in-passwords, aws-iam-set-minimum-password-length]
#     kics: [1bc1c685-e593-450e-88fb-19db4c82aa1d, 89806cdc-9c2e-4bd1-a0dc-53f339bcfb2a]
#     prowler: [iam_password_policy_minimum_length_14, iam_password_policy_reuse_24, iam_password_policy_lowercase,
#       iam_password_policy_uppercase, iam_password_policy_number, iam_password_policy_symbol]
#     powerpipe: [iam_account_password_policy_strong_min_reuse_24]
#   since: "0.1.0"
package gapcheck.account.demands_strong_passwords

parameters := {"min_password_length": 14, "password_reuse_prevention": 24}

# Kinds of characters, in words for people.
_characters := {
	"requires_lowercase": "a lower-case letter",
	"requires_uppercase": "an upper-case letter",
	"requires_numbers": "a digit",
	"requires_symbols": "a symbol",
}

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": [fact], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	some fact, minimum in parameters
	account[fact] < minimum
	message := sprintf("%s sets %s to %d, below %d", [account.name, fact, account[fact], minimum])
}

deny contains {"subject": account.id, "path": [fact], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	some fact, character in _characters
	account[fact] == false
	message := sprintf("%s lets passwords do without %s", [account.name, character])
}
