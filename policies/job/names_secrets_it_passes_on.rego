# METADATA
# title: Called workflows get the secrets they need by name
# description: "With `secrets: inherit` the called workflow holds every secret of the repository and its organization."
# custom:
#   id: job-names-secrets-it-passes-on
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: supporting, because: credentials are shared by need}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: a secret goes no further than it must}
#   tests: design
#   reads: [secrets_inherited, uses]
#   remediation:
#     github-actions: "list the secrets that the called workflow declares"
#   aliases:
#     zizmor: [secrets-inherit]
#   since: "0.1.0"
package gapcheck.job.names_secrets_it_passes_on

subjects contains job.id if {
	some job in input.job
	job.uses
}

deny contains {"subject": job.id, "path": ["secrets_inherited"], "message": message} if {
	some job in input.job
	job.uses
	job.secrets_inherited == true
	message := sprintf("%s passes every secret on to the workflow it calls", [job.name])
}
