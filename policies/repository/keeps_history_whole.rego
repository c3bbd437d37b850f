# METADATA
# title: The main branch can be neither rewritten nor deleted
# description: The record of changes is evidence only while it stays complete.
# custom:
#   id: repository-keeps-history-whole
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: the record of changes stays complete}
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: what was recorded cannot be changed after}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "set `allow_force_pushes: false` and `allow_deletions: false`"
#   aliases:
#     checkov: [CKV_GITHUB_5, CKV_GITHUB_18]
#     prowler: [repository_default_branch_disallows_force_push, repository_default_branch_deletion_disabled]
#   since: "0.1.0"
package gapcheck.repository.keeps_history_whole

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "allows_force_push"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _keeps_history(repository)
	message := sprintf("%s lets its main branch be rewritten or deleted", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_keeps_history(repository) if {
	some rule in repository.branch_protection
	rule.allows_force_push == false
	rule.allows_deletion == false
}
