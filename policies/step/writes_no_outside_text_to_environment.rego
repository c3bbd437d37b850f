# METADATA
# title: Text that outsiders write does not reach the environment of later steps
# description: "A line in GITHUB_ENV or GITHUB_PATH decides what later steps run, and a line break in the text adds lines of the outsider's choice."
# custom:
#   id: step-writes-no-outside-text-to-environment
#   severity: high
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: primary, because: outsiders must not decide what later steps run}
#   tests: design
#   reads: [environment_writes]
#   remediation:
#     github-actions: "pass the value to the step that needs it in its own `env:`"
#   aliases:
#     zizmor: [github-env]
#   since: "0.1.0"
package gapcheck.step.writes_no_outside_text_to_environment

subjects contains step.id if {
	some step in input.step
	step.environment_writes
}

deny contains {"subject": step.id, "path": ["environment_writes", sprintf("%d", [index])], "message": message} if {
	some step in input.step
	some index, write in step.environment_writes
	write.untrusted == true
	message := sprintf("%s writes text of outsiders to %s", [step.name, write.file])
}
