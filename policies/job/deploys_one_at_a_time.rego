# METADATA
# title: Jobs that deploy do not run beside themselves
# description: "Where two runs put things in place at once, the older one may win, and nobody knows what runs."
# custom:
#   id: job-deploys-one-at-a-time
#   severity: medium
#   criteria:
#     - {id: PI1.3, aspect: safe-repetition, strength: supporting, because: "changes are put in place one after the other, and the newest last"}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: each deployment ends before the next begins}
#   tests: design
#   reads: [runs, one_at_a_time, uses]
#   remediation:
#     github-actions: "add `concurrency:` with a group of the environment to the job or the workflow"
#     gitlab-ci: "add `resource_group:` with the name of the environment to the job"
#   since: "0.1.0"
package gapcheck.job.deploys_one_at_a_time

subjects contains job.id if {
	some job in input.job
	_in_scope(job)
}

deny contains {"subject": job.id, "path": ["one_at_a_time"], "message": message} if {
	some job in input.job
	_in_scope(job)
	job.one_at_a_time == false
	message := sprintf("%s may deploy while another run of it does", [job.name])
}

# Jobs of a called workflow say it for themselves.
_in_scope(job) if {
	job.runs.deploy
	not job.uses
}
