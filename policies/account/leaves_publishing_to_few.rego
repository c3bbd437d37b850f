# METADATA
# title: Members of an organization cannot make repositories public
# description: "A repository that any member can open to everybody takes code, history and forgotten secrets along."
# custom:
#   id: account-leaves-publishing-to-few
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: who sees the code is decided by those who answer for it}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential code is published only by those who may decide so}
#   tests: design
#   reads: [members_may_publish]
#   remediation:
#     platform: "clear `members_can_create_public_repositories` in the member privileges of the organization"
#   aliases:
#     checkov: [CKV_GITHUB_21]
#   since: "0.1.0"
package gapcheck.account.leaves_publishing_to_few

subjects contains account.id if {
	some account in input.account
	is_boolean(account.members_may_publish)
}

deny contains {"subject": account.id, "path": ["members_may_publish"], "message": message} if {
	some account in input.account
	account.members_may_publish == true
	message := sprintf("%s lets every member make public repositories", [account.name])
}
