# METADATA
# title: The main branch asks for at least one approval
# description: A second person sees each change before it counts.
# custom:
#   id: repository-asks-for-an-approval
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: review, strength: primary, because: a second person approves each change}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: nobody puts a change in place alone}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "set `required_approving_review_count` to 1 or more"
#   aliases:
#     checkov: [CKV_GIT_5, CKV_GITHUB_19]
#     prowler: [repository_default_branch_requires_multiple_approvals]
#   since: "0.1.0"
package gapcheck.repository.asks_for_an_approval

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "required_approvals"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _asks_for_approval(repository)
	message := sprintf("%s lets changes into its main branch without an approval", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_asks_for_approval(repository) if {
	some rule in repository.branch_protection
	rule.required_approvals >= 1
}
