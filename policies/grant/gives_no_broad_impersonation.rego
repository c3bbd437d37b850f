# METADATA
# title: Nobody may act as every service account of a project
# description: "Who may act as any service account, or give roles, holds every right that some account or role holds."
# custom:
#   id: grant-gives-no-broad-impersonation
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights of machines are not given to people wholesale}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: borrowed identities are given one by one}
#   tests: design
#   reads: [form, scope, role]
#   remediation:
#     terraform: "give `roles/iam.serviceAccountUser` and the like on the one service account that is needed, with `google_service_account_iam_member`"
#   aliases:
#     checkov: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49]
#     trivy: [AVD-GCP-0005, AVD-GCP-0009, AVD-GCP-0011, GCP-0005, GCP-0009, GCP-0011]
#     tfsec: [google-iam-no-folder-level-service-account-impersonation,
#       google-iam-no-org-level-service-account-impersonation,
#       google-iam-no-project-level-service-account-impersonation]
#     kics: [617ef6ff-711e-4bd7-94ae-e965911b1b40, c68b4e6d-4e01-4ca1-b256-1e18e875785c]
#     prowler: [iam_no_service_roles_at_project_level]
#   since: "0.1.0"
package gapcheck.grant.gives_no_broad_impersonation

# Roles that let their holder act as any service account, or give that right away.
_roles := {
	"roles/owner", "roles/editor", "roles/iam.securityAdmin", "roles/iam.serviceAccountAdmin",
	"roles/iam.serviceAccountKeyAdmin", "roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator",
	"roles/iam.workloadIdentityUser", "roles/dataproc.editor", "roles/dataproc.admin", "roles/dataflow.developer",
	"roles/resourcemanager.folderAdmin", "roles/resourcemanager.folderIamAdmin",
	"roles/resourcemanager.projectIamAdmin", "roles/resourcemanager.organizationAdmin",
}

subjects contains grant.id if {
	some grant in input.grant
	_reaches_far(grant)
}

deny contains {"subject": grant.id, "path": ["role"], "message": message} if {
	some grant in input.grant
	_reaches_far(grant)
	grant.role in _roles
	message := sprintf("%s lets its members act as any service account, by %s", [grant.name, grant.role])
}

_reaches_far(grant) if {
	grant.form == "binding"
	grant.scope in {"project", "folder", "organization"}
}
