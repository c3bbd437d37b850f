# METADATA
# title: Nobody is given a basic role on a whole project
# description: "Owner, Editor and Viewer reach every service of a project, whatever the duty needs."
# custom:
#   id: grant-avoids-basic-roles
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights must follow from duties and basic roles follow from none}
#   tests: design
#   reads: [form, role, scope]
#   remediation:
#     terraform: "give a predefined or custom role for the duty, such as `roles/storage.objectViewer`, on the resource where it is needed"
#   aliases:
#     checkov: [CKV_GCP_115, CKV_GCP_116, CKV_GCP_117]
#   since: "0.1.0"
package gapcheck.grant.avoids_basic_roles

_basic_roles := {"roles/owner", "roles/editor", "roles/viewer"}

subjects contains grant.id if {
	some grant in input.grant
	_reaches_far(grant)
}

deny contains {"subject": grant.id, "path": ["role"], "message": message} if {
	some grant in input.grant
	_reaches_far(grant)
	grant.role in _basic_roles
	message := sprintf("%s gives the basic role %s", [grant.name, grant.role])
}

_reaches_far(grant) if {
	grant.form == "binding"
	grant.scope in {"project", "folder", "organization"}
}
