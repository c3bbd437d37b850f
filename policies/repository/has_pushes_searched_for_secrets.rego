# METADATA
# title: The platform looks for secrets in what is pushed
# description: A credential that reaches the server has to be taken for known.
# custom:
#   id: repository-has-pushes-searched-for-secrets
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: credentials are kept out of the code}
#   tests: design
#   reads: [is_archived, platform_secret_scanning]
#   remediation:
#     platform: "turn on secret scanning with push protection in the settings of the repository"
#     terraform: "set `secret_scanning` to `enabled` under `security_and_analysis` (GitLab: `prevent_secrets = true` under `push_rules`)"
#   aliases:
#     checkov: [CKV_GLB_3]
#   since: "0.1.0"
package gapcheck.repository.has_pushes_searched_for_secrets

subjects contains repository.id if {
	some repository in input.repository
	_is_asked(repository)
}

deny contains {"subject": repository.id, "path": ["platform_secret_scanning"], "message": message} if {
	some repository in input.repository
	_is_asked(repository)
	repository.platform_secret_scanning == false
	message := sprintf("%s lets secrets be pushed unseen", [repository.name])
}

# Nothing changes in an archived repository.
_is_asked(repository) if {
	is_boolean(repository.platform_secret_scanning)
	not repository.is_archived == true
}
