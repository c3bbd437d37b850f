# METADATA
# title: Registries do not let everybody pull or push
# description: "Images hold code, and often more than was meant to be in them."
# custom:
#   id: registry-policy-names-principals
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only named identities pull and push images}
#     - {id: C1.1, aspect: protection, strength: supporting, because: code is not given to everybody}
#   tests: design
#   reads: [statements, grantees]
#   remediation:
#     cloudformation: "name the accounts in the `Principal` of `RepositoryPolicyText`"
#     terraform: "name the accounts in `Principal`, and remove `allUsers` and `allAuthenticatedUsers` from bindings"
#   aliases:
#     checkov: [CKV_AWS_32,
#       CKV_GCP_101]
#     trivy: [AVD-AWS-0032, AWS-0032]
#     tfsec: [aws-ecr-no-public-access]
#     kics: [e86e26fc-489e-44f0-9bcd-97305e4ba69a,
#       75be209d-1948-41f6-a8c8-e22dd0121134]
#     prowler: [ecr_repositories_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.registry.policy_names_principals

import data.gapcheck.lib.statements

subjects contains registry.id if {
	some registry in input.registry
	registry.provider in {"aws", "google"}
}

deny contains {"subject": registry.id, "path": path, "message": message} if {
	some registry in input.registry
	some number, statement in registry.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [registry.name])
}

deny contains {"subject": registry.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some registry in input.registry
	some index, grantee in registry.grantees
	grantee.who in {"allUsers", "allAuthenticatedUsers"}
	message := sprintf("%s gives a right to %s", [registry.name, grantee.who])
}
