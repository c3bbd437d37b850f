# METADATA
# title: Actions keep deprecated workflow commands switched off
# description: "With them on, any line that a step prints can set variables and paths of later steps, in every workflow that calls the action."
# custom:
#   id: step-keeps-old-commands-off
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: what an action prints must not steer the workflows that call it}
#   tests: design
#   reads: [env, pipeline]
#   remediation:
#     github-actions: "remove ACTIONS_ALLOW_UNSECURE_COMMANDS and write to GITHUB_ENV and GITHUB_PATH instead"
#   aliases:
#     zizmor: [insecure-commands]
#   since: "0.1.0"
package gapcheck.step.keeps_old_commands_off

subjects contains step.id if {
	some step in input.step
	_in_scope(step)
}

deny contains {"subject": step.id, "path": ["env", "ACTIONS_ALLOW_UNSECURE_COMMANDS"], "message": message} if {
	some step in input.step
	_in_scope(step)
	step.env.ACTIONS_ALLOW_UNSECURE_COMMANDS in {true, "true"}
	message := sprintf("%s switches deprecated workflow commands on", [step.name])
}

# The steps of a workflow are the pipeline's to answer for.
_in_scope(step) if {
	step.env
	not step.pipeline
}
