# METADATA
# title: No role is bound to a default service account
# description: Rights of the default account belong to every pod or machine that names no account of its own.
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
#     terraform: "make a `google_service_account` for the work and give the role to it"
#   aliases:
#     checkov: [CKV_K8S_42,
#       CKV_GCP_46, CKV_GCP_47, CKV_GCP_48]
#     kics: [3360c01e-c8c0-4812-96a2-a6329b9b7f9f,
#       1e749bc9-fde8-471c-af0c-8254efd2dee5]
#     trivy: [AVD-GCP-0004, AVD-GCP-0006, AVD-GCP-0008, GCP-0004, GCP-0006, GCP-0008]
#     tfsec: [google-iam-no-folder-level-default-service-account-assignment,
#       google-iam-no-project-level-default-service-account-assignment,
#       google-iam-no-org-level-default-service-account-assignment]
#   since: "0.1.0"
package gapcheck.grant.leaves_default_accounts_bare

subjects contains grant.id if {
	some grant in input.grant
	_binds(grant)
}

_binds(grant) if {
	grant.form == "binding"
	grant.scope in {"cluster", "namespace", "project", "folder", "organization"}
}

deny contains {"subject": grant.id, "path": ["principals", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_binds(grant)
	some index, principal in grant.principals
	_is_default(principal)
	message := sprintf("%s gives %s to the default service account", [grant.name, grant.role])
}

_is_default(principal) if {
	startswith(principal, "ServiceAccount:")
	endswith(principal, "/default")
}

# What Google makes for machines and for applications of a project.
_is_default(principal) if endswith(principal, "-compute@developer.gserviceaccount.com")

_is_default(principal) if endswith(principal, "@appspot.gserviceaccount.com")
