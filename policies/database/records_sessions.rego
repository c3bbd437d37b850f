# METADATA
# title: PostgreSQL servers record who comes and goes and what waits
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
#     terraform: "Azure: set `log_connections`, `log_disconnections`, `log_checkpoints` and `log_duration` to `on` with `azurerm_postgresql_flexible_server_configuration`; Google: add `database_flags` for `log_connections`, `log_disconnections`, `log_checkpoints` and `log_lock_waits`"
#   aliases:
#     checkov: [CKV_AZURE_30, CKV_AZURE_31, CKV_GCP_51, CKV_GCP_52, CKV_GCP_53, CKV_GCP_54]
#     trivy: [AVD-AZU-0019, AVD-AZU-0024, AVD-GCP-0016, AVD-GCP-0020, AVD-GCP-0022, AVD-GCP-0025, AZU-0019, AZU-0024,
#       GCP-0016, GCP-0020, GCP-0022, GCP-0025]
#     tfsec: [azure-database-postgres-configuration-log-connections,
#       azure-database-postgres-configuration-log-checkpoints, google-sql-pg-log-connections,
#       google-sql-pg-log-disconnections, google-sql-pg-log-checkpoints, google-sql-pg-log-lock-waits]
#     kics: [c640d783-10c5-4071-b6c1-23507300d333, 07f7134f-9f37-476e-8664-670c218e4702,
#       3790d386-be81-4dcf-9850-eaa7df6c10d9, 16e0879a-c4ae-4ff8-a67d-a2eed5d67b8f]
#     prowler: [postgresql_flexible_server_log_connections_on, postgresql_flexible_server_log_disconnections_on,
#       postgresql_flexible_server_log_checkpoints_on, cloudsql_instance_postgres_log_connections_flag,
#       cloudsql_instance_postgres_log_disconnections_flag]
#   since: "0.1.0"
package gapcheck.database.records_sessions

_records := {"log_connections", "log_disconnections", "log_checkpoints", "log_lock_waits", "log_duration"}

# What a managed server of Google's leaves off unless it is told.
_off_by_default := {"log_connections", "log_disconnections", "log_lock_waits"}

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some database in input.database
	_in_scope(database)
	some index, setting in database.settings
	setting.name in _records
	lower(setting.value) in {"off", "0", "false"}
	message := sprintf("%s has %s off", [database.name, setting.name])
}

deny contains {"subject": database.id, "path": ["settings"], "message": message} if {
	some database in input.database
	_in_scope(database)
	_is_managed_postgres(database)
	stated := {setting.name | some setting in database.settings}
	missing := (_off_by_default | _older(database)) - stated
	count(missing) > 0
	message := sprintf("%s does not turn on %s", [database.name, concat(", ", sort(missing))])
}

# Checkpoints are recorded by default since version 15.
_older(database) := {"log_checkpoints"} if {
	parts := split(lower(database.engine), "_")
	to_number(parts[1]) < 15
} else := set()

_in_scope(database) if {
	is_array(database.settings)
	not _is_other(database)
}

# Google's other engines have settings of their own.
_is_other(database) if {
	database.engine
	not startswith(lower(database.engine), "postgres")
}

_is_managed_postgres(database) if startswith(lower(database.engine), "postgres")
