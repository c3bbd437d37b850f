# METADATA
# title: PostgreSQL servers keep the text of statements out of their logs
# description: Statements hold the values that they look for and write, and logs are read by more people than tables.
# custom:
#   id: database-keeps-statements-out-of-logs
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: protection, strength: supporting, because: values of tables do not spread to logs}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "take `log_min_duration_statement` out of `database_flags`, or set it to `-1`"
#   aliases:
#     checkov: [CKV_GCP_57]
#     trivy: [AVD-GCP-0021, GCP-0021]
#     tfsec: [google-sql-pg-no-min-statement-logging]
#   since: "0.1.0"
package gapcheck.database.keeps_statements_out_of_logs

import data.gapcheck.lib.postgres

subjects contains database.id if {
	some database in input.database
	postgres.has_parameters(database)
}

deny contains {"subject": database.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some database in input.database
	postgres.has_parameters(database)
	some index, setting in database.settings
	setting.name == "log_min_duration_statement"
	setting.value != "-1"
	message := sprintf("%s writes the text of statements to its log", [database.name])
}
