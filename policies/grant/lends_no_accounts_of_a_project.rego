# METADATA
# title: Nobody may act as the service accounts of a whole project
# description: Who may act as any service account holds every right that one of them holds.
# custom:
#   id: grant-lends-no-accounts-of-a-project
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: nobody borrows the rights of all machines at once}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: identities are lent one by one}
#   tests: design
#   reads: [form, scope, role]
#   remediation:
#     terraform: "give `roles/iam.serviceAccountUser` or `roles/iam.serviceAccountTokenCreator` on the one service account that is needed, with `google_service_account_iam_member`"
#   aliases:
#     checkov: [CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49]
#     trivy: [AVD-GCP-0005, GCP-0005, AVD-GCP-0009, GCP-0009, AVD-GCP-0011, GCP-0011]
#     tfsec: [google-iam-no-folder-level-service-account-impersonation,
#       google-iam-no-org-level-service-account-impersonation,
#       google-iam-no-project-level-service-account-impersonation]
#     kics: [617ef6ff-711e-4bd7-94ae-e965911b1b40, c68b4e6d-4e01-4ca1-b256-1e18e875785c]
#     prowler: [iam_no_service_roles_at_project_level]
#   since: "0.1.0"
package gapcheck.grant.lends_no_accounts_of_a_project

_roles := {"roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator"}

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
