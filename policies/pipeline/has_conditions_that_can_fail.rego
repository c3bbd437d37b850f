# METADATA
# title: Conditions of jobs and steps can fail
# description: "Text around an expression makes a text of the whole, which always holds, so the job or step runs whatever was asked."
# custom:
#   id: pipeline-has-conditions-that-can-fail
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: a gate that always opens is none}
#   tests: design
#   reads: [conditions]
#   remediation:
#     github-actions: "put the whole condition in one pair of braces or in none, and on one line"
#   aliases:
#     zizmor: [unsound-condition]
#   since: "0.1.0"
package gapcheck.pipeline.has_conditions_that_can_fail

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.conditions
}

deny contains {"subject": pipeline.id, "path": ["conditions", sprintf("%d", [index]), "loose"], "message": message} if {
	some pipeline in input.pipeline
	some index, condition in pipeline.conditions
	condition.loose == "always true"
	message := sprintf("%s has a condition that always holds: %s", [pipeline.name, condition.condition])
}
