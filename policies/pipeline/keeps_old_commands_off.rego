# METADATA
# title: Deprecated workflow commands stay switched off
# description: "With them on, any line that a step prints can set variables and paths of later steps."
# custom:
#   id: pipeline-keeps-old-commands-off
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: output of a step must not steer later ones}
#   tests: design
#   reads: [insecure_commands]
#   remediation:
#     github-actions: "remove ACTIONS_ALLOW_UNSECURE_COMMANDS and write to GITHUB_ENV and GITHUB_PATH instead"
#   aliases:
#     checkov: [CKV_GHA_1]
#     kics: [60fd272d-15f4-4d8f-afe4-77d9c6cc0453]
#     zizmor: [insecure-commands] # in parts
#   since: "0.1.0"
package gapcheck.pipeline.keeps_old_commands_off

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["insecure_commands"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.insecure_commands == true
	message := sprintf("%s switches deprecated workflow commands on", [pipeline.name])
}
