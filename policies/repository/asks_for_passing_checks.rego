# METADATA
# title: The main branch asks for passing checks
# description: Tests and scans that a merge does not wait for can be passed by.
# custom:
#   id: repository-asks-for-passing-checks
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: testing, strength: supporting, because: tests and scans are a condition of the merge}
#     - {id: CC8.1, aspect: protected-branches, strength: supporting, because: the path to the main line leads through the checks}
#   tests: design
#   reads: [branch_protection]
#   remediation:
#     repository: "list the checks under `required_status_checks`"
#   aliases:
#     checkov: [CKV_GITHUB_14]
#     prowler: [repository_default_branch_status_checks_required]
#   since: "0.1.0"
package gapcheck.repository.asks_for_passing_checks

subjects contains repository.id if {
	some repository in input.repository
	count(repository.branch_protection) > 0
}

deny contains {"subject": repository.id, "path": ["branch_protection", "0", "requires_status_checks"], "message": message} if {
	some repository in input.repository
	count(repository.branch_protection) > 0
	not _asks_for_checks(repository)
	message := sprintf("%s lets changes into its main branch whatever their checks say", [repository.name])
}

# Rules add up, so one that asks for it is enough.
_asks_for_checks(repository) if {
	some rule in repository.branch_protection
	rule.requires_status_checks == true
}
