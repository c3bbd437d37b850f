# METADATA
# title: Environment variables hold no literal credentials
# description: "Whoever reads the repository, or may describe the workload, reads the credential."
# custom:
#   id: workload-holds-no-inline-secrets
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: credentials belong into a store and not into files}
#     - {id: C1.1, aspect: protection, strength: supporting, because: what they protect is no longer confidential}
#   tests: design
#   reads: [env]
#   remediation:
#     kubernetes: "keep the value in a secret store, and take it in with `valueFrom.secretKeyRef`"
#     compose: "use `secrets:` or take the value from the environment: `${DB_PASSWORD}`"
#     cloudformation: "name the secret's ARN under `Secrets` of the container definition, and take the value out of `Environment`"
#     terraform: "name the secret's ARN under `secrets` of the container definition, and take the value out of `environment`"
#   aliases:
#     trivy: [AVD-AWS-0036, AWS-0036]
#     tfsec: [aws-ecs-no-plaintext-secrets]
#     kics: [a88baa34-e2ad-44ea-ad6f-8cac87bc7c71] # in parts
#     kube_linter: [env-var-secret]
#   since: "0.1.0"
package gapcheck.workload.holds_no_inline_secrets

subjects contains workload.id if some workload in input.workload

deny contains {"subject": workload.id, "path": ["env", sprintf("%d", [index]), "value"], "message": message} if {
	some workload in input.workload
	some index, variable in workload.env
	contains(variable.value, "<redacted>")
	message := sprintf("%s holds the credential %s in plain text", [workload.name, variable.name])
}
