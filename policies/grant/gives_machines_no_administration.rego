# METADATA
# title: Service accounts do not administer projects
# description: "A program that was taken over does whatever its account may do, at once and by night."
# custom:
#   id: grant-gives-machines-no-administration
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: runtime-privilege, strength: primary, because: programs hold only the rights that their work needs}
#   tests: design
#   reads: [form, scope, role, principals]
#   remediation:
#     terraform: "give the service account a predefined or custom role for its work, on the resource where it is needed"
#   aliases:
#     checkov: [CKV_GCP_42]
#     trivy: [AVD-GCP-0007, GCP-0007]
#     tfsec: [google-iam-no-privileged-service-accounts]
#     kics: [84d36481-fd63-48cb-838e-635c44806ec2]
#     prowler: [iam_sa_no_administrative_privileges]
#   since: "0.1.0"
package gapcheck.grant.gives_machines_no_administration

subjects contains grant.id if {
	some grant in input.grant
	_reaches_far(grant)
}

deny contains {"subject": grant.id, "path": ["role"], "message": message} if {
	some grant in input.grant
	_reaches_far(grant)
	_administers(grant.role)
	some principal in grant.principals
	startswith(principal, "serviceAccount:")
	not _is_of_the_provider(principal)
	message := sprintf("%s gives %s to a service account", [grant.name, grant.role])
}

_administers(role) if role in {"roles/owner", "roles/editor"}

_administers(role) if regex.match(`[aA]dmin`, role)

# Agents of the provider hold the roles that it gives them.
_is_of_the_provider(principal) if endswith(principal, "@cloudservices.gserviceaccount.com")

_is_of_the_provider(principal) if regex.match(`^serviceAccount:service-\d+@`, principal)

_reaches_far(grant) if {
	grant.form == "binding"
	grant.scope in {"project", "folder", "organization"}
}
