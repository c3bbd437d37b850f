# METADATA
# title: Build projects hold no secret in their variables
# description: "Whoever may look at the project, or reads the log of a build, reads the secret."
# custom:
#   id: job-keeps-secrets-out-of-variables
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: secrets belong in a store that gives them only to those who need them}
#   tests: design
#   reads: [variables]
#   remediation:
#     cloudformation: "set `Type: SECRETS_MANAGER` or `PARAMETER_STORE` with the name of the secret, and replace the one that was written here"
#     terraform: "set `type = \"SECRETS_MANAGER\"` or `\"PARAMETER_STORE\"` with the name of the secret, and replace the one that was written here"
#   aliases:
#     prowler: [codebuild_project_no_secrets_in_variables]
#   since: "0.1.0"
package gapcheck.job.keeps_secrets_out_of_variables

subjects contains job.id if {
	some job in input.job
	is_object(job.variables)
}

deny contains {"subject": job.id, "path": ["variables", name], "message": message} if {
	some job in input.job
	some name, value in job.variables
	contains(value, "<redacted>")
	message := sprintf("%s holds a secret in the variable %s", [job.name, name])
}
