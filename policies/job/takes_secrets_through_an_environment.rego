# METADATA
# title: Jobs take secrets through an environment
# description: "A secret of the repository is there for every workflow on every branch; one of an environment only where its branches and reviewers allow it."
# related_resources:
#   - https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
# custom:
#   id: job-takes-secrets-through-an-environment
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: secrets are there for the branches and jobs that need them and for no others}
#   tests: design
#   reads: [secrets, environment, uses]
#   remediation:
#     github-actions: "keep the secret in an environment with protection rules, and name that environment in the job"
#   aliases:
#     zizmor: [secrets-outside-env]
#   since: "0.1.0"
package gapcheck.job.takes_secrets_through_an_environment

subjects contains job.id if {
	some job in input.job
	_in_scope(job)
}

deny contains {"subject": job.id, "path": ["secrets", "0"], "message": message} if {
	some job in input.job
	_in_scope(job)
	not job.environment
	message := sprintf("%s takes %s outside any environment", [job.name, concat(", ", {it | some it in job.secrets})])
}

# A job that calls a workflow cannot name an environment; the jobs of that workflow can.
_in_scope(job) if {
	count(job.secrets) > 0
	not job.uses
}
