# METADATA
# title: A protected branch cannot be rewritten
# description: The record of changes is evidence only while it stays complete.
# custom:
#   id: branch-protection-cannot-be-rewritten
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: the record of changes stays complete}
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: what was recorded cannot be changed after}
#   tests: design
#   reads: [allows_force_push, long_lived]
#   remediation:
#     repository: "set `allow_force_pushes: false` (rulesets: add `non_fast_forward`)"
#     terraform: "leave out `allows_force_pushes` (rulesets: `non_fast_forward = true`, GitLab: `allow_force_push = false`)"
#   aliases:
#     checkov: [CKV_GITHUB_5, CKV_GLB_2]
#     prowler: [repository_default_branch_disallows_force_push]
#   since: "0.1.0"
package gapcheck.branch_protection.cannot_be_rewritten

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["allows_force_push"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.allows_force_push == true
	message := sprintf("the protection of %s lets its history be rewritten", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.allows_force_push)
	not branch_protection.long_lived == false
}
