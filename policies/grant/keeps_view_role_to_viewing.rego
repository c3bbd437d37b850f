# METADATA
# title: The built-in role for viewing only views, and sees no secrets
# description: "Whoever may view a namespace gets what is added to the role: rights that nobody gave them on purpose."
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
# custom:
#   id: grant-keeps-view-role-to-viewing
#   severity: high
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: a role gives what its name says and no more}
#   tests: design
#   reads: [form, added_to, actions, resources, api_groups]
#   remediation:
#     kubernetes: "take the label `rbac.authorization.k8s.io/aggregate-to-view` off the role, or leave only get, list and watch of things that are no secrets in it"
#   since: "0.1.0"
package gapcheck.grant.keeps_view_role_to_viewing

subjects contains grant.id if {
	some grant in input.grant
	_is_added(grant)
}

deny contains {"subject": grant.id, "path": ["actions", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_is_added(grant)
	some index, action in grant.actions
	not action in {"get", "list", "watch"}
	message := sprintf("%s lets everybody with the role view use `%s`", [grant.name, action])
}

deny contains {"subject": grant.id, "path": ["resources", sprintf("%d", [index])], "message": message} if {
	some grant in input.grant
	_is_added(grant)
	some index, resource in grant.resources
	resource in {"secrets", "*"}
	_is_core(grant)
	message := sprintf("%s lets everybody with the role view read secrets", [grant.name])
}

_is_added(grant) if {
	grant.form == "rule"
	"view" in grant.added_to
}

_is_core(grant) if not grant.api_groups

_is_core(grant) if {
	some group in grant.api_groups
	group in {"", "*"}
}
