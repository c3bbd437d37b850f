# METADATA
# title: No role is bound to a default service account
# description: Rights of the default account belong to every pod that names no account of its own.
# custom:
#   id: grant-leaves-default-accounts-bare
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: roles, strength: primary, because: rights must follow the duty of one workload}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: a shared identity cannot be withdrawn from one workload}
#   tests: design
#   reads: [form, scope, principals, role]
#   remediation:
#     kubernetes: "make a service account for the workload and bind the role to it"
#   aliases:
#     checkov: [CKV_K8S_42]
#     kics: [1e749bc9-fde8-471c-af0c-8254efd2dee5]
#   since: "0.1.0"
package gapcheck.grant.leaves_default_accounts_bare

subjects contains grant.id if {
	some grant in input.grant
	_binds(grant)
}

# Only clusters name their principals in this way.
_binds(grant) if {
	grant.form == "binding"
	grant.scope in {"cluster", "namespace"}
}

deny contains {"subject": grant.id, "path": ["principals", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_binds(grant)
	some index, principal in grant.principals
	startswith(principal, "ServiceAccount:")
	endswith(principal, "/default")
	message := sprintf("%s gives %s to the default service account", [grant.name, grant.role])
}
