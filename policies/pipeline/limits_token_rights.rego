# METADATA
# title: Workflows give write access to single jobs only
# description: "Rights of the whole workflow reach jobs that need none, and with them every action that such a job calls."
# custom:
#   id: pipeline-limits-token-rights
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: primary, because: a pipeline's token gets only the rights that each job needs}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a token that cannot write cannot change what was approved}
#   tests: design
#   reads: [permissions, jobs]
#   remediation:
#     github-actions: "state `permissions: {contents: read}` at the top and add what a job needs in that job"
#   aliases:
#     zizmor: [excessive-permissions]
#   since: "0.1.0"
package gapcheck.pipeline.limits_token_rights

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.permissions
}

deny contains {"subject": pipeline.id, "path": ["permissions", scope], "message": message} if {
	some pipeline in input.pipeline
	some scope, access in pipeline.permissions
	access == "write"
	scope != "all"
	count(pipeline.jobs) > 1
	message := sprintf("%s gives every job write access to %s", [pipeline.name, scope])
}
