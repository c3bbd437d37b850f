# METADATA
# title: New commits take earlier approvals back
# description: "What is merged is what was approved, and not what was added after."
# custom:
#   id: repository-takes-stale-approvals-back
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: what is merged is what was approved}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "set `dismiss_stale_reviews: true`"
#   aliases:
#     checkov: [CKV_GITHUB_11]
#     prowler: [repository_default_branch_dismisses_stale_reviews]
#   since: "0.1.0"
package gapcheck.repository.takes_stale_approvals_back

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "dismisses_stale_approvals"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _takes_back(repository)
	message := sprintf("%s keeps approvals when a change goes on after them", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_takes_back(repository) if {
	some rule in repository.branch_protection
	rule.dismisses_stale_approvals == true
}
