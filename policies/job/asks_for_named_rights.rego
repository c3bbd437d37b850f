# METADATA
# title: Jobs ask for the rights they need and not for all
# description: "A token that may write everywhere gives whoever gets into one step the whole repository."
# custom:
#   id: job-asks-for-named-rights
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: primary, because: a job's token gets only the rights that the job needs}
#     - {id: CC8.1, aspect: baseline, strength: supporting, because: a token that cannot write cannot change what was approved}
#   tests: design
#   reads: [permissions, pipeline, pipeline.permissions]
#   remediation:
#     github-actions: "name the scopes that the job needs: `permissions: {contents: read, packages: write}`"
#   aliases:
#     zizmor: [excessive-permissions]
#   since: "0.1.0"
package gapcheck.job.asks_for_named_rights

subjects contains job.id if {
	some job in input.job
	job.permissions
}

deny contains {"subject": job.id, "path": ["permissions", "all"], "message": message} if {
	some job in input.job
	job.permissions.all == "write"
	not job.pipeline in _pipelines_that_give_them
	message := sprintf("%s asks for every right that a token can have", [job.name])
}

# What the workflow gives to all jobs is the workflow's to mend.
_pipelines_that_give_them contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.permissions.all == "write"
}
