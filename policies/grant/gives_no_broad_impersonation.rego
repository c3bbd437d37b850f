# METADATA
# title: "Nobody holds a role on a whole project that makes, changes or borrows its service accounts"
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
#     terraform: "give a role that does only what is needed, or give it on one service account with `google_service_account_iam_member`"
#   aliases:
#     checkov: [CKV_GCP_44, # in parts
#       CKV_GCP_45, # in parts
#       CKV_GCP_49] # in parts
#   since: "0.1.0"
package gapcheck.grant.gives_no_broad_impersonation

# Roles that let their holder act as any service account, or give that right away.
_roles := {
	"roles/owner", "roles/editor", "roles/iam.securityAdmin", "roles/iam.serviceAccountAdmin",
	"roles/iam.serviceAccountKeyAdmin",
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
	message := sprintf("%s lets its members become any service account, by %s", [grant.name, grant.role])
}

_reaches_far(grant) if {
	grant.form == "binding"
	grant.scope in {"project", "folder", "organization"}
}
