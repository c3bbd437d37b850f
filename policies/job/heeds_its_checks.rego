# METADATA
# title: Tests and scans that fail stop the pipeline
# description: "A check whose result changes nothing lets the change through that it was there to stop."
# custom:
#   id: job-heeds-its-checks
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: testing, strength: supporting, because: a change that fails its tests does not go on}
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: supporting, because: what a scan finds is not passed over}
#   tests: design
#   reads: [runs, unheeded_checks]
#   remediation:
#     azure-pipelines: "remove `continueOnError: true`, `|| true` or the option that makes the check end well"
#     bitbucket: "remove `|| true` or the option that makes the check end well"
#     circleci: "remove `|| true` or the option that makes the check end well"
#     github-actions: "remove `continue-on-error: true`, `|| true` or the option that makes the check end well"
#     gitlab-ci: "remove `allow_failure: true`, `|| true` or the option that makes the check end well"
#   since: "0.1.0"
package gapcheck.job.heeds_its_checks

_checks := {"tests", "code_scan", "dependency_scan", "secret_scan", "infrastructure_scan", "image_scan"}

subjects contains job.id if {
	some job in input.job
	some check in _checks
	job.runs[check] == true
}

deny contains {"subject": job.id, "path": ["unheeded_checks", sprintf("%d", [index])], "message": message} if {
	some job in input.job
	some index, check in job.unheeded_checks
	job.runs[check] == true
	message := sprintf("%s goes on when its %s fails", [job.name, replace(check, "_", " ")])
}
