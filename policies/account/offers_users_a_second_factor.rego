# METADATA
# title: "Pools of users ask for a second factor, or offer one"
# description: "A password alone is guessed, bought or phished."
# custom:
#   id: account-offers-users-a-second-factor
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: a stolen password alone opens no account of a user}
#   tests: design
#   reads: [second_factor]
#   remediation:
#     cloudformation: "set `MfaConfiguration: \"ON\"` on the user pool"
#     terraform: "set `mfa_configuration = \"ON\"` on the user pool"
#   aliases:
#     kics: [ec28bf61-a474-4dbe-b414-6dd3a067d6f0, 74a18d1a-cf02-4a31-8791-ed0967ad7fdc]
#   since: "0.1.0"
package gapcheck.account.offers_users_a_second_factor

subjects contains account.id if {
	some account in input.account
	account.second_factor
}

deny contains {"subject": account.id, "path": ["second_factor"], "message": message} if {
	some account in input.account
	account.second_factor == "off"
	message := sprintf("users of %s sign in with a password alone", [account.name])
}
