# METADATA
# title: "Jobs that publish, or run for a release, build without shared caches"
# description: "A cache that other runs can write may hold files that nobody reviewed, and they would end up in the release."
# custom:
#   id: job-publishes-without-shared-caches
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: what is published is built from reviewed inputs}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what is released is what was approved}
#   tests: design
#   reads: [runs, cache, events, pipeline, pipeline.triggers]
#   remediation:
#     github-actions: "leave caches out of the job that builds the release"
#   aliases:
#     zizmor: [cache-poisoning]
#   since: "0.1.0"
package gapcheck.job.publishes_without_shared_caches

subjects contains job.id if {
	some job in input.job
	_in_scope(job)
}

deny contains {"subject": job.id, "path": ["cache"], "message": message} if {
	some job in input.job
	_in_scope(job)
	job.cache == true
	message := sprintf("%s builds a release with a shared cache", [job.name])
}

_in_scope(job) if job.runs.publish

_in_scope(job) if "release" in job.events

_in_scope(job) if job.pipeline in _started_by_tags

# Tags alone: what starts for branches as well makes more than releases.
_started_by_tags contains pipeline.id if {
	some pipeline in input.pipeline
	some trigger in pipeline.triggers
	trigger.event == "push"
	trigger.tags
	not trigger.branches
}
