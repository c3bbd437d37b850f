# METADATA
# title: Jobs that deploy or publish name an environment
# description: "An environment is where approvals, branch limits and its own secrets are kept; without one any run can deploy."
# custom:
#   id: job-deploys-through-an-environment
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: deployment, strength: primary, because: putting a change in place is a step that can be approved}
#     - {id: CC6.3, aspect: duty-separation, strength: supporting, because: an environment can ask for someone other than the author}
#   tests: design
#   reads: [runs, environment, uses]
#   remediation:
#     azure-pipelines: "make it a `deployment:` job with `environment:`, and give the environment approvals and branch control"
#     bitbucket: "add `deployment:` to the step and limit the environment in the repository's settings"
#     github-actions: "add `environment:` to the job and give the environment reviewers and branch limits"
#     gitlab-ci: "add `environment:` to the job and protect the environment in the project's settings"
#   since: "0.1.0"
package gapcheck.job.deploys_through_an_environment

subjects contains job.id if {
	some job in input.job
	_in_scope(job)
}

deny contains {"subject": job.id, "path": ["environment"], "message": message} if {
	some job in input.job
	_in_scope(job)
	not job.environment
	message := sprintf("%s deploys or publishes outside any environment", [job.name])
}

# A job that calls a workflow cannot name one; the jobs of that workflow can.
_in_scope(job) if {
	_acts(job.runs)
	not job.uses
}

_acts(runs) if runs.deploy

_acts(runs) if runs.publish
