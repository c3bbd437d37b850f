# METADATA
# title: Members of the organization sign in by the company's identity provider
# description: "Who leaves the company keeps access to the code where accounts are not tied to its directory."
# custom:
#   id: account-signs-members-in-centrally
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: who works on the code is known by the company's own directory}
#     - {id: CC6.2, aspect: identity-provider, strength: supporting, because: access ends where the account of the company ends}
#   tests: design
#   reads: [signs_in_centrally]
#   remediation:
#     platform: "set up SAML single sign-on in the security settings of the organization"
#   aliases:
#     checkov: [CKV_GITHUB_2]
#   since: "0.1.0"
package gapcheck.account.signs_members_in_centrally

subjects contains account.id if {
	some account in input.account
	is_boolean(account.signs_in_centrally)
}

deny contains {"subject": account.id, "path": ["signs_in_centrally"], "message": message} if {
	some account in input.account
	account.signs_in_centrally == false
	message := sprintf("%s signs its members in by accounts of their own", [account.name])
}
