# METADATA
# title: PostgreSQL servers record checkpoints
# description: Checkpoints that come too often or take too long announce lost writes and slow answers.
# custom:
#   id: database-records-checkpoints
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: trouble of the server leaves a record}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "Azure: set `log_checkpoints` to `on` with `azurerm_postgresql_flexible_server_configuration`; Google: add `database_flags` with `log_checkpoints` as `on`"
#   aliases:
#     checkov: [CKV_AZURE_30, CKV_GCP_51]
#     trivy: [AVD-AZU-0024, AZU-0024, AVD-GCP-0025, GCP-0025]
#     tfsec: [azure-database-postgres-configuration-log-checkpoints, google-sql-pg-log-checkpoints]
#     kics: [3790d386-be81-4dcf-9850-eaa7df6c10d9]
#     prowler: [postgresql_flexible_server_log_checkpoints_on]
#   since: "0.1.0"
package gapcheck.database.records_checkpoints

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.off(database, "log_checkpoints")
	message := sprintf("%s does not record checkpoints", [database.name])
}

# No version below 15 does so unless it is told.
deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	_is_older(database)
	some path in postgres.missing(database, "log_checkpoints")
	message := sprintf("%s does not record checkpoints", [database.name])
}

_is_older(database) if {
	parts := split(lower(database.engine), "_")
	to_number(parts[1]) < 15
}
