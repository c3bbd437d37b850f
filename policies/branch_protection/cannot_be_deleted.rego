# METADATA
# title: A protected branch cannot be deleted
# description: A main line that somebody can delete takes the record of its changes with it.
# custom:
#   id: branch-protection-cannot-be-deleted
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: the record of changes stays complete}
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: what was recorded cannot be removed after}
#   tests: design
#   reads: [allows_deletion, long_lived]
#   remediation:
#     repository: "set `allow_deletions: false` (rulesets: add `deletion`)"
#     terraform: "leave out `allows_deletions` (rulesets: `deletion = true`)"
#   aliases:
#     checkov: [CKV_GITHUB_18]
#     prowler: [repository_default_branch_deletion_disabled]
#   since: "0.1.0"
package gapcheck.branch_protection.cannot_be_deleted

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["allows_deletion"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.allows_deletion == true
	message := sprintf("the protection of %s lets it be deleted", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.allows_deletion)
	not branch_protection.long_lived == false
}
