# METADATA
# title: Pools of identities give no credentials to those who did not sign in
# description: Whoever finds the number of the pool gets credentials of the account.
# custom:
#   id: account-gives-guests-no-credentials
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: credentials of the account are given to known people only}
#   tests: design
#   reads: [guests]
#   remediation:
#     cloudformation: "set `AllowUnauthenticatedIdentities: false`"
#     terraform: "set `allow_unauthenticated_identities = false`"
#   aliases:
#     checkov: [CKV_AWS_366]
#   since: "0.1.0"
package gapcheck.account.gives_guests_no_credentials

subjects contains account.id if {
	some account in input.account
	is_boolean(account.guests)
}

deny contains {"subject": account.id, "path": ["guests"], "message": message} if {
	some account in input.account
	account.guests == true
	message := sprintf("%s gives credentials to those who did not sign in", [account.name])
}
