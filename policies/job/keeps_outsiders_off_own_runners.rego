# METADATA
# title: Jobs for proposed changes of outsiders do not run on one's own machines
# description: "On a public repository anyone can propose code, and a runner of one's own stands inside the network and keeps what a run leaves behind."
# custom:
#   id: job-keeps-outsiders-off-own-runners
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: code from outside does not run inside the network}
#     - {id: CC6.8, aspect: pipeline-input, strength: supporting, because: unreviewed code runs only where it can do no lasting harm}
#   tests: design
#   reads: [self_hosted, events, repository_public]
#   remediation:
#     github-actions: "use hosted runners for proposed changes, or runners that are thrown away after one job"
#   since: "0.1.0"
package gapcheck.job.keeps_outsiders_off_own_runners

# Events that people without rights on the repository can cause.
_from_outside := {"pull_request", "pull_request_target", "issue_comment", "issues"}

subjects contains job.id if {
	some job in input.job
	_in_scope(job)
}

deny contains {"subject": job.id, "path": ["self_hosted"], "message": message} if {
	some job in input.job
	_in_scope(job)
	job.self_hosted == true
	job.repository_public == true
	message := sprintf("%s runs proposed changes of anyone on a machine of your own", [job.name])
}

_in_scope(job) if {
	job.self_hosted in {true, false}
	some event in job.events
	event in _from_outside
}
