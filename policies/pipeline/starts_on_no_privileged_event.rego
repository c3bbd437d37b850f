# METADATA
# title: Pipelines do not start with full rights for what outsiders do
# description: "Runs of `pull_request_target` and `workflow_run` hold secrets and a token that can write, and anybody's pull request can cause them."
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target
# custom:
#   id: pipeline-starts-on-no-privileged-event
#   severity: low
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: a run with rights that outsiders can cause is one mistake away from running their code}
#     - {id: CC6.3, aspect: pipeline-rights, strength: supporting, because: what proposed changes cause needs no more rights than a check has}
#   tests: design
#   reads: [events]
#   remediation:
#     github-actions: "use `pull_request` where no right to write is needed, and `workflow_call` in place of `workflow_run`; else accept it with a waiver that says why it is safe"
#   aliases:
#     zizmor: [dangerous-triggers]
#   since: "0.1.0"
package gapcheck.pipeline.starts_on_no_privileged_event

_privileged := {"pull_request_target", "workflow_run"}

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.events
}

deny contains {"subject": pipeline.id, "path": ["events", sprintf("%d", [index])], "message": message} if {
	some pipeline in input.pipeline
	some index, event in pipeline.events
	event in _privileged
	message := sprintf("%s starts with full rights on %s", [pipeline.name, event])
}
