# METADATA
# title: "Workflows state the rights of their token, and not all of them"
# description: "Rights that nobody states are whatever a setting outside the repository says, which may be to write everywhere."
# related_resources:
#   - https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions
# custom:
#   id: pipeline-states-token-rights
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: primary, because: rights that a reviewed file states are rights that somebody decided on}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a token that may write everywhere can change what was approved}
#   tests: design
#   reads: [permissions, job.permissions, job.pipeline]
#   remediation:
#     github-actions: "state `permissions: {contents: read}` at the top and add what a job needs in that job"
#   aliases:
#     checkov: [CKV2_GHA_1]
#     zizmor: [excessive-permissions] # in parts
#   since: "0.1.0"
package gapcheck.pipeline.states_token_rights

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["permissions", "all"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.permissions.all == "write"
	message := sprintf("%s gives every job every right", [pipeline.name])
}

deny contains {"subject": pipeline.id, "path": ["permissions"], "message": message} if {
	some pipeline in input.pipeline
	not pipeline.permissions
	pipeline.id in _pipelines_of_jobs_without_rights
	message := sprintf("%s leaves the rights of its token to a setting that no file states", [pipeline.name])
}

_pipelines_of_jobs_without_rights contains owner if {
	some job in input.job
	owner := job.pipeline
	not job.permissions
}
