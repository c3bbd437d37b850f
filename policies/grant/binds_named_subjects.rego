# METADATA
# title: "Roles are bound to named subjects, not to everybody"
# description: "Groups such as `system:unauthenticated` hold callers whom nobody ever registered."
# custom:
#   id: grant-binds-named-subjects
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: access must be given to those who are known}
#     - {id: CC6.2, aspect: identity-provider, strength: supporting, because: callers must be registered before they get rights}
#   tests: design
#   reads: [form, scope, principals, role]
#   remediation:
#     kubernetes: "bind the role to a named group of the identity provider or to a service account"
#   aliases:
#     trivy: [AVD-KSV-0122, KSV-0122, AVD-KSV-0123, KSV-0123]
#   since: "0.1.0"
package gapcheck.grant.binds_named_subjects

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
	principal in _everybody
	message := sprintf("%s gives %s to %s", [grant.name, grant.role, principal])
}

_everybody := {
	"Group:system:authenticated", "Group:system:masters", "Group:system:serviceaccounts", "Group:system:unauthenticated",
	"User:system:anonymous",
}
