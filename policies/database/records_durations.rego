# METADATA
# title: PostgreSQL servers record how long statements take
# description: A statement that takes far longer than usual reads far more than usual.
# custom:
#   id: database-records-durations
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: unusual statements stand out}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "Azure: set `log_duration` to `on` with `azurerm_postgresql_flexible_server_configuration`"
#   aliases:
#     kics: [16e0879a-c4ae-4ff8-a67d-a2eed5d67b8f]
#   since: "0.1.0"
package gapcheck.database.records_durations

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.off(database, "log_duration")
	message := sprintf("%s does not record how long statements take", [database.name])
}
