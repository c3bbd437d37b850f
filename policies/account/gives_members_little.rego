# METADATA
# title: Members of an organization may change only what they are given
# description: "Who may write to every repository by being a member may change what they do not work on."
# custom:
#   id: account-gives-members-little
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: rights come with a role and not with membership}
#   tests: design
#   reads: [members_may]
#   remediation:
#     platform: "set the base permissions of the organization to read or none"
#   aliases:
#     checkov: [CKV_GITHUB_27]
#     prowler: [organization_default_repository_permission_strict]
#   since: "0.1.0"
package gapcheck.account.gives_members_little

subjects contains account.id if {
	some account in input.account
	account.members_may
}

deny contains {"subject": account.id, "path": ["members_may"], "message": message} if {
	some account in input.account
	account.members_may in {"write", "admin"}
	message := sprintf("%s lets every member write to every repository", [account.name])
}
