# METADATA
# title: Databases do not have their password in the source
# description: A password in a repository is known to everyone who ever had a copy of it.
# custom:
#   id: database-states-no-password
#   severity: critical
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: passwords are kept where only the database and its administrators read them}
#   tests: design
#   reads: [password]
#   remediation:
#     cloudformation: "set `ManageMasterUserPassword: true`, or read it with `{{resolve:secretsmanager:...}}`; a `NoEcho` parameter must have no default"
#     terraform: "let the provider keep it (`manage_master_user_password = true`), or read it from a secret store"
#   since: "0.1.0"
package gapcheck.database.states_no_password

subjects contains database.id if some database in input.database

deny contains {"subject": database.id, "path": ["password"], "message": message} if {
	some database in input.database
	contains(database.password, "<redacted>")
	message := sprintf("%s has its password in the source", [database.name])
}
