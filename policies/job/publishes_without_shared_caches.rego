# METADATA
# title: Jobs that publish build without shared caches
# description: "A cache that other runs can write may hold files that nobody reviewed, and they would end up in the release."
# custom:
#   id: job-publishes-without-shared-caches
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: supporting, because: what is published is built from reviewed inputs}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what is released is what was approved}
#   tests: design
#   reads: [runs, cache]
#   remediation:
#     github-actions: "leave caches out of the job that builds the release"
#   aliases:
#     zizmor: [cache-poisoning]
#   since: "0.1.0"
package gapcheck.job.publishes_without_shared_caches

subjects contains job.id if {
	some job in input.job
	job.runs.publish
}

deny contains {"subject": job.id, "path": ["cache"], "message": message} if {
	some job in input.job
	job.runs.publish
	job.cache == true
	message := sprintf("%s publishes what it builds with a shared cache", [job.name])
}
