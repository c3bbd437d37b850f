# METADATA
# title: Pipeline files hold no literal credentials
# description: "A credential in the file is open to every reader of the repository, and stays in its history."
# custom:
#   id: pipeline-holds-no-credentials
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials lie in the platform's store and not in files}
#   tests: design
#   reads: [settings]
#   remediation:
#     azure-pipelines: "keep the value in a secret variable or a variable group on a key vault, then change the credential: it has been read"
#     bitbucket: "keep the value in a secured variable of the repository or deployment, then change the credential: it has been read"
#     circleci: "keep the value in a context or a variable of the project, then change the credential: it has been read"
#     github-actions: "keep the value in a secret and write `${{ secrets.NAME }}`, then change the credential: it has been read"
#     gitlab-ci: "keep the value in a masked and protected variable of the project, then change the credential: it has been read"
#   aliases:
#     kics: [a88baa34-e2ad-44ea-ad6f-8cac87bc7c71]
#     zizmor: [hardcoded-container-credentials]
#   since: "0.1.0"
package gapcheck.pipeline.holds_no_credentials

subjects contains pipeline.id if some pipeline in input.pipeline

deny contains {"subject": pipeline.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some pipeline in input.pipeline
	some index, setting in pipeline.settings
	contains(setting.value, "<redacted>")
	message := sprintf("%s states the secret %s", [pipeline.name, setting.name])
}
