# METADATA
# title: Changes of main lines need two approvals
# description: "With two, nobody can land a change together with one friend, and one hurried look is not the only one."
# custom:
#   id: branch-protection-asks-for-two-approvals
#   severity: low
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: two people besides the author look at each change}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: no pair of people passes the control}
#   tests: design
#   reads: [required_approvals, long_lived]
#   remediation:
#     repository: "set `required_approving_review_count` to 2 or more"
#     terraform: "set `required_approving_review_count` (GitLab: `approvals_required`) to 2 or more"
#   aliases:
#     checkov: [CKV_GIT_5]
#   since: "0.1.0"
package gapcheck.branch_protection.asks_for_two_approvals

parameters := {"approvals": 2}

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["required_approvals"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.required_approvals < parameters.approvals
	message := sprintf("the protection of %s asks for fewer than %d approvals", [branch_protection.name, parameters.approvals])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_number(branch_protection.required_approvals)
	not branch_protection.long_lived == false
}
