# METADATA
# title: Changes are scanned for secrets in a pipeline or before they are committed
# description: "A credential that reaches the history is open to every reader, and stays."
# custom:
#   id: repository-scans-for-secrets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: leaked credentials are found early}
#     - {id: CC7.1, aspect: vulnerability-scanning, strength: supporting, because: the scan is a standing look for a weakness}
#   tests: design
#   reads: [runs, secret_scanning]
#   remediation:
#     repository: "run gitleaks or trufflehog in a workflow, or add its hook to .pre-commit-config.yaml"
#   aliases:
#     prowler: [repository_secret_scanning_enabled]
#   since: "0.1.0"
package gapcheck.repository.scans_for_secrets

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["runs", "secret_scan"], "message": message} if {
	some repository in input.repository
	not repository.secret_scanning
	not repository.runs.secret_scan
	message := sprintf("%s scans for secrets in no pipeline and no hook", [repository.name])
}
