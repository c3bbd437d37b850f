# METADATA
# title: Keys do not let everybody use them
# description: Whoever may use a key reads everything that it protects.
# custom:
#   id: key-policy-names-principals
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: only named identities use a key}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: rights to keys go to who needs them}
#   tests: design
#   reads: [form, statements, grantees]
#   remediation:
#     cloudformation: "name the accounts or roles in the `Principal` of the `KeyPolicy`"
#     terraform: "name the accounts or roles in `Principal`, and remove `allUsers` and `allAuthenticatedUsers` from bindings"
#   aliases:
#     checkov: [CKV_AWS_33, CKV_GCP_112, CKV2_GCP_6, CKV2_GCP_8]
#     kics: [16cc87d1-dd47-4f46-b3ce-4dfcac8fd2f5,
#       f6049677-ec4a-43af-8779-5190b6d03cba]
#     prowler: [kms_key_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.key.policy_names_principals

import data.gapcheck.lib.statements

subjects contains key.id if {
	some key in input.key
	key.form in {"key", "ring"}
}

deny contains {"subject": key.id, "path": path, "message": message} if {
	some key in input.key
	some number, statement in key.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [key.name])
}

deny contains {"subject": key.id, "path": ["grantees", sprintf("%d", [index]), "who"], "message": message} if {
	some key in input.key
	some index, grantee in key.grantees
	grantee.who in {"allUsers", "allAuthenticatedUsers"}
	message := sprintf("%s gives a right to %s", [key.name, grantee.who])
}
