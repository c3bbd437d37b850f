# METADATA
# title: A protected branch asks for at least one approval
# description: A second person sees each change before it counts.
# custom:
#   id: branch-protection-asks-for-an-approval
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: review, strength: primary, because: a second person approves each change}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: nobody puts a change in place alone}
#   tests: design
#   reads: [required_approvals, long_lived]
#   remediation:
#     repository: "set `required_approving_review_count` to 1 or more"
#     terraform: "set `required_approving_review_count` (GitLab: `approvals_required`) to 1 or more"
#   since: "0.1.0"
package gapcheck.branch_protection.asks_for_an_approval

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["required_approvals"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.required_approvals < 1
	message := sprintf("the protection of %s lets changes in without an approval", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_number(branch_protection.required_approvals)
	not branch_protection.long_lived == false
}
