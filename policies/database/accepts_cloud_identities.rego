# METADATA
# title: Databases accept identities of the cloud
# description: "Passwords of databases are shared, written down and never end; identities of the cloud end when their holder leaves."
# custom:
#   id: database-accepts-cloud-identities
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: people and workloads sign in with an identity that ends}
#     - {id: CC6.2, aspect: identity-provider, strength: supporting, because: access to records follows the identity provider}
#   tests: design
#   reads: [engine, role, iam_auth]
#   remediation:
#     cloudformation: "set `EnableIAMDatabaseAuthentication: true` (`IamAuthEnabled` on Neptune)"
#     terraform: "set `iam_database_authentication_enabled = true`"
#   aliases:
#     checkov: [CKV_AWS_161, CKV_AWS_162, CKV_AWS_359]
#     trivy: [AVD-AWS-0176, AWS-0176]
#     kics: [88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6]
#   since: "0.1.0"
package gapcheck.database.accepts_cloud_identities

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["iam_auth"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.iam_auth == false
	message := sprintf("%s knows its own passwords only", [database.name])
}

# The other engines cannot.
_in_scope(database) if {
	database.role in {"server", "cluster"}
	some engine in ["aurora", "mariadb", "mysql", "neptune", "postgres"]
	startswith(database.engine, engine)
}
