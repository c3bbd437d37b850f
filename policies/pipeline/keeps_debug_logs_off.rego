# METADATA
# title: Pipelines do not print all that they do
# description: "Debug logs hold the values of variables, secrets among them, and lie where everybody with access to the pipeline reads."
# custom:
#   id: pipeline-keeps-debug-logs-off
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: secrets do not end up in logs}
#   tests: design
#   reads: [debug_logging]
#   remediation:
#     azure-pipelines: "remove `system.debug` and tick the box for diagnostics on the one run that needs them"
#     gitlab-ci: "remove CI_DEBUG_TRACE and CI_DEBUG_SERVICES, and set them by hand for the one run that needs them"
#   since: "0.1.0"
package gapcheck.pipeline.keeps_debug_logs_off

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["debug_logging"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.debug_logging == true
	message := sprintf("%s prints all that it does, the values of variables among it", [pipeline.name])
}
