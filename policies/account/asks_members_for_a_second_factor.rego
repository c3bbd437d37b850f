# METADATA
# title: Members of the organization sign in with a second factor
# description: "A stolen password alone must not open the code, the pipelines and their secrets."
# custom:
#   id: account-asks-members-for-a-second-factor
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: who works on the code proves who they are by more than a password}
#   tests: design
#   reads: [requires_second_factor]
#   remediation:
#     platform: "require two-factor authentication in the security settings of the organization"
#   aliases:
#     checkov: [CKV_GITHUB_1, CKV_GITLAB_2]
#     prowler: [organization_members_mfa_required]
#   since: "0.1.0"
package gapcheck.account.asks_members_for_a_second_factor

subjects contains account.id if {
	some account in input.account
	is_boolean(account.requires_second_factor)
}

deny contains {"subject": account.id, "path": ["requires_second_factor"], "message": message} if {
	some account in input.account
	account.requires_second_factor == false
	message := sprintf("%s asks its members for no second factor", [account.name])
}
