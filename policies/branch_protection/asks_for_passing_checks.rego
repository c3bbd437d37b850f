# METADATA
# title: A protected branch asks for passing checks
# description: Tests and scans that a merge does not wait for can be passed by.
# custom:
#   id: branch-protection-asks-for-passing-checks
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: testing, strength: supporting, because: tests and scans are a condition of the merge}
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: the path to the main line leads through the checks}
#   tests: design
#   reads: [requires_status_checks, long_lived]
#   remediation:
#     repository: "list the checks under `required_status_checks`"
#     terraform: "list the checks in `required_status_checks`"
#   aliases:
#     checkov: [CKV_GITHUB_14]
#     prowler: [repository_default_branch_status_checks_required]
#   since: "0.1.0"
package gapcheck.branch_protection.asks_for_passing_checks

subjects contains branch_protection.id if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
}

deny contains {"subject": branch_protection.id, "path": ["requires_status_checks"], "message": message} if {
	some branch_protection in input.branch_protection
	_is_asked(branch_protection)
	branch_protection.requires_status_checks == false
	message := sprintf("the protection of %s lets changes in whatever their checks say", [branch_protection.name])
}

# A platform that has no such setting is not asked for it, and a branch to work on needs no protection.
_is_asked(branch_protection) if {
	is_boolean(branch_protection.requires_status_checks)
	not branch_protection.long_lived == false
}
