# METADATA
# title: Policies of databases do not let everybody in
# description: "A policy that names `*` as principal without a condition opens the store to every account and, on the internet, to anonymous callers."
# custom:
#   id: database-policy-names-principals
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: only named identities may reach stored records}
#     - {id: CC6.3, aspect: least-privilege, strength: supporting, because: rights go to who needs them}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential records are not given to everybody}
#   tests: design
#   reads: [statements, public]
#   remediation:
#     cloudformation: "name the accounts or roles in `Principal`, or add a condition such as `aws:PrincipalOrgID` or `aws:SourceIp`"
#     terraform: "name the accounts or roles as principals, or add a condition such as `aws:PrincipalOrgID` or `aws:SourceIp`"
#   aliases:
#     prowler: [opensearch_service_domains_not_publicly_accessible]
#   since: "0.1.0"
package gapcheck.database.policy_names_principals

import data.gapcheck.lib.statements

subjects contains database.id if {
	some database in input.database
	_is_reached_by_policy(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	_is_reached_by_policy(database)
	some number, statement in database.statements
	some index in statements.open_principals(statement)
	path := ["statements", sprintf("%d", [number]), "principals", sprintf("%d", [index])]
	message := sprintf("%s has a policy that lets everybody in", [database.name])
}

# What stands in a network of its own is reached by whom that admits.
_is_reached_by_policy(database) if {
	database.statements
	not _stands_inside(database)
}

_stands_inside(database) if database.public == false
