# METADATA
# title: "Workflows state the token's rights, and give write access to single jobs only"
# description: "Rights that nobody states are whatever a repository setting says, and rights of the whole workflow reach jobs that need none."
# custom:
#   id: pipeline-limits-token-rights
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: primary, because: a pipeline's token gets only the rights that each job needs}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a token that cannot write cannot change what was approved}
#   tests: design
#   reads: [permissions, jobs, job.permissions, job.pipeline]
#   remediation:
#     github-actions: "state `permissions: {contents: read}` at the top and add what a job needs in that job"
#   aliases:
#     checkov: [CKV2_GHA_1]
#     zizmor: [excessive-permissions]
#   since: "0.1.0"
package gapcheck.pipeline.limits_token_rights

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["permissions", scope], "message": message} if {
	some pipeline in input.pipeline
	some scope, access in pipeline.permissions
	access == "write"
	_reaches_more_than_one_use(pipeline, scope)
	message := sprintf("%s gives every job write access to %s", [pipeline.name, scope])
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

_reaches_more_than_one_use(_, scope) if scope == "all"

_reaches_more_than_one_use(pipeline, _) if count(pipeline.jobs) > 1
