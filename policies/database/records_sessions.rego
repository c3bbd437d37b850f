# METADATA
# title: PostgreSQL servers record who connects
# description: Without a record of sessions nobody can tell who was connected when data left.
# custom:
#   id: database-records-sessions
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: sessions are a source for detection}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident can be judged by who was there}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "Azure: set `log_connections` to `on` with `azurerm_postgresql_flexible_server_configuration`; Google: add `database_flags` with `log_connections` as `on`"
#   aliases:
#     checkov: [CKV_AZURE_31, CKV_GCP_52]
#     trivy: [AVD-AZU-0019, AZU-0019, AVD-GCP-0016, GCP-0016]
#     tfsec: [azure-database-postgres-configuration-log-connections, google-sql-pg-log-connections]
#     kics: [c640d783-10c5-4071-b6c1-23507300d333]
#     prowler: [postgresql_flexible_server_log_connections_on, cloudsql_instance_postgres_log_connections_flag]
#   since: "0.1.0"
package gapcheck.database.records_sessions

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.off(database, "log_connections")
	message := sprintf("%s does not record who connects", [database.name])
}

# No server does so unless it is told.
deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.missing(database, "log_connections")
	message := sprintf("%s does not record who connects", [database.name])
}
