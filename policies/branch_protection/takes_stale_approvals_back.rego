# METADATA
# title: New commits take earlier approvals back
# description: "What is merged is what was approved, and not what was added after."
# custom:
#   id: branch-protection-takes-stale-approvals-back
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: what is merged is what was approved}
#   tests: design
#   reads: [dismisses_stale_approvals, long_lived]
#   remediation:
#     repository: "set `dismiss_stale_reviews: true` (rulesets: `dismiss_stale_reviews_on_push`)"
#     terraform: "set `dismiss_stale_reviews = true` (GitLab: `reset_approvals_on_push`)"
#   aliases:
#     checkov: [CKV_GITHUB_11]
#     prowler: [repository_default_branch_dismisses_stale_reviews]
#   since: "0.1.0"
package gapcheck.branch_protection.takes_stale_approvals_back

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["dismisses_stale_approvals"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.dismisses_stale_approvals == false
	message := sprintf("the protection of %s keeps approvals when a change goes on after them", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.dismisses_stale_approvals)
	not branch_protection.long_lived == false
}
