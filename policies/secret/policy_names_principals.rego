# METADATA
# title: Secrets do not let everybody read them
# description: A secret that everybody may read is none.
# custom:
#   id: secret-policy-names-principals
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: only named identities read a secret}
#   tests: design
#   reads: [form, statements, grantees]
#   remediation:
#     cloudformation: "name the accounts or roles in `Principal`"
#     terraform: "name the accounts or roles in `Principal`, and remove `allUsers` and `allAuthenticatedUsers` from bindings"
#   since: "0.1.0"
package gapcheck.secret.policy_names_principals

import data.gapcheck.lib.statements

subjects contains secret.id if {
	some secret in input.secret
	secret.form == "secret"
}

deny contains {"subject": secret.id, "path": path, "message": message} if {
	some secret in input.secret
	some number, statement in secret.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [secret.name])
}

deny contains {"subject": secret.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some secret in input.secret
	some index, grantee in secret.grantees
	grantee.who in {"allUsers", "allAuthenticatedUsers"}
	message := sprintf("%s gives a right to %s", [secret.name, grantee.who])
}
