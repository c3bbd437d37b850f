# METADATA
# title: Passwords of the account end after ninety days
# description: A password that was stolen long ago still opens the account where none ever ends.
# custom:
#   id: account-lets-passwords-expire
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: a password that leaked unseen opens the account for a while only}
#   tests: design
#   reads: [setting, max_password_age_days]
#   remediation:
#     terraform: "set `max_password_age` to 90 or less"
#   aliases:
#     checkov: [CKV_AWS_9]
#     trivy: [AVD-AWS-0062, AWS-0062]
#     tfsec: [aws-iam-set-max-password-age]
#     kics: [ce60d060-efb8-4bfd-9cf7-ff8945d00d90]
#     prowler: [iam_password_policy_expires_passwords_within_90_days_or_less]
#   since: "0.1.0"
package gapcheck.account.lets_passwords_expire

parameters := {"days": 90}

subjects contains account.id if {
	some account in input.account
	account.setting == "password_policy"
}

deny contains {"subject": account.id, "path": ["max_password_age_days"], "message": message} if {
	some account in input.account
	account.setting == "password_policy"
	not _end_in_time(account)
	message := sprintf("passwords of %s do not end within %d days", [account.name, parameters.days])
}

# Zero is never.
_end_in_time(account) if {
	account.max_password_age_days > 0
	account.max_password_age_days <= parameters.days
}
