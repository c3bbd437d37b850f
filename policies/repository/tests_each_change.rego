# METADATA
# title: Tests run for each proposed change
# description: A change that nobody tested before it was approved is tested by its users.
# custom:
#   id: repository-tests-each-change
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: testing, strength: primary, because: changes are tested before approval}
#     - {id: PI1.3, aspect: processing-tests, strength: supporting, because: tests show that processing does what it should}
#   tests: design
#   reads: [has_code, runs_on_changes]
#   remediation:
#     repository: "add a workflow on `pull_request` that runs the tests"
#   since: "0.1.0"
package gapcheck.repository.tests_each_change

subjects contains repository.id if {
	some repository in input.repository
	repository.has_code == true
}

deny contains {"subject": repository.id, "path": ["runs_on_changes", "tests"], "message": message} if {
	some repository in input.repository
	repository.has_code == true
	not repository.runs_on_changes.tests
	message := sprintf("%s has no pipeline that runs tests for a proposed change", [repository.name])
}
