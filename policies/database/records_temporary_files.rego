# METADATA
# title: PostgreSQL servers record the temporary files that they write
# description: A statement that spills to disk reads far more than others, and what it leaves there is a copy of data.
# custom:
#   id: database-records-temporary-files
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: unusual statements leave a record}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "add `database_flags` with `log_temp_files` as `0` to `google_sql_database_instance`"
#   aliases:
#     checkov: [CKV_GCP_56]
#     trivy: [AVD-GCP-0014, GCP-0014]
#     tfsec: [google-sql-enable-pg-temp-file-logging]
#   since: "0.1.0"
package gapcheck.database.records_temporary_files

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some database in input.database
	_in_scope(database)
	some index, setting in database.settings
	setting.name == "log_temp_files"
	setting.value != "0"
	message := sprintf("%s does not record all temporary files", [database.name])
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	_in_scope(database)
	some path in postgres.missing(database, "log_temp_files")
	message := sprintf("%s records no temporary files", [database.name])
}

_in_scope(database) if {
	is_array(database.settings)
	postgres.is_managed(database)
}
