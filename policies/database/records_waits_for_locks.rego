# METADATA
# title: PostgreSQL servers record who waits for locks
# description: Sessions that wait long are starved by another, by a fault or on purpose.
# custom:
#   id: database-records-waits-for-locks
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: blocked sessions leave a record}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "Google: add `database_flags` with `log_lock_waits` as `on`"
#   aliases:
#     checkov: [CKV_GCP_54]
#     trivy: [AVD-GCP-0020, GCP-0020]
#     tfsec: [google-sql-pg-log-lock-waits]
#   since: "0.1.0"
package gapcheck.database.records_waits_for_locks

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.off(database, "log_lock_waits")
	message := sprintf("%s does not record who waits for locks", [database.name])
}

# No server does so unless it is told.
deny contains {"subject": database.id, "path": path, "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some path in postgres.missing(database, "log_lock_waits")
	message := sprintf("%s does not record who waits for locks", [database.name])
}
