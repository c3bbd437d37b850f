# METADATA
# title: Pipelines sign in to clouds and registries without stored keys
# description: "A stored key works for whoever copies it, for as long as nobody changes it; a token made for one run does not."
# custom:
#   id: job-signs-in-without-stored-keys
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: no long-lived key lies in the pipeline's store}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: a workload signs in by what it is}
#   tests: design
#   reads: [logins]
#   remediation:
#     azure-pipelines: "use a service connection with workload identity federation instead of the key"
#     bitbucket: "set `oidc: true` on the step and let the provider trust it: AWS_OIDC_ROLE_ARN instead of the keys"
#     circleci: "let the provider trust CIRCLE_OIDC_TOKEN: a role or workload identity instead of the key"
#     github-actions: "let the provider trust the workflow's identity token: a role, workload identity or trusted publisher instead of the key"
#     gitlab-ci: "let the provider trust `id_tokens:` of the job: a role or workload identity instead of the key"
#   aliases:
#     zizmor: [use-trusted-publishing]
#   since: "0.1.0"
package gapcheck.job.signs_in_without_stored_keys

subjects contains job.id if {
	some job in input.job
	job.logins
}

deny contains {"subject": job.id, "path": ["logins", sprintf("%d", [index]), "stored_key"], "message": message} if {
	some job in input.job
	some index, login in job.logins
	login.stored_key == true
	message := sprintf("%s signs in to %s with a stored key", [job.name, login.service])
}
