# METADATA
# title: PostgreSQL servers record when sessions end
# description: How long a stranger stayed is told by the end of the session.
# custom:
#   id: database-records-ends-of-sessions
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: sessions are recorded to their end}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: what an intruder had time for can be judged}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "Azure: set `log_disconnections` to `on` with `azurerm_postgresql_flexible_server_configuration`; Google: add `database_flags` with `log_disconnections` as `on`"
#   aliases:
#     checkov: [CKV_GCP_53]
#     trivy: [AVD-GCP-0022, GCP-0022]
#     tfsec: [google-sql-pg-log-disconnections]
#     kics: [07f7134f-9f37-476e-8664-670c218e4702]
#     prowler: [postgresql_flexible_server_log_disconnections_on,
#       cloudsql_instance_postgres_log_disconnections_flag]
#   since: "0.1.0"
package gapcheck.database.records_ends_of_sessions

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.off(database, "log_disconnections")
	message := sprintf("%s does not record when sessions end", [database.name])
}

# No server does so unless it is told.
deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.missing(database, "log_disconnections")
	message := sprintf("%s does not record when sessions end", [database.name])
}
