# METADATA
# title: A scheduled pipeline checks controls
# description: New weaknesses and drift appear without any change; a check that only changes start does not see them.
# custom:
#   id: repository-checks-controls-by-the-clock
#   severity: medium
#   criteria:
#     - {id: CC4.1, aspect: continuous-monitoring, strength: primary, because: controls are evaluated as time goes by}
#     - {id: CC7.1, aspect: configuration-monitoring, strength: supporting, because: drift and new weaknesses are found}
#     - {id: CC3.4, aspect: drift-detection, strength: supporting, because: changed conditions come to light}
#   tests: design
#   reads: [pipelines, runs_on_schedule]
#   remediation:
#     repository: "add `schedule:` to a workflow that scans code, dependencies, images or infrastructure"
#   since: "0.1.0"
package gapcheck.repository.checks_controls_by_the_clock

_checks := {"code_scan", "dependency_scan", "secret_scan", "infrastructure_scan", "image_scan", "infrastructure_plan"}

subjects contains repository.id if {
	some repository in input.repository
	count(repository.pipelines) > 0
}

deny contains {"subject": repository.id, "path": ["runs_on_schedule"], "message": message} if {
	some repository in input.repository
	count(repository.pipelines) > 0
	not _checked(repository)
	message := sprintf("%s has no scheduled pipeline that checks a control", [repository.name])
}

_checked(repository) if {
	some check in _checks
	repository.runs_on_schedule[check]
}
