# METADATA
# title: PostgreSQL servers can audit the statements that they run
# description: "A record of sessions says who was there, and only an audit what they did."
# custom:
#   id: database-audits-statements
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: what is done in the database is recorded}
#     - {id: PI1.3, aspect: execution-records, strength: supporting, because: processing leaves a record}
#   tests: design
#   reads: [engine, settings]
#   remediation:
#     terraform: "add `database_flags` with `cloudsql.enable_pgaudit` set to `on`, and `pgaudit.log` with the classes to record"
#   aliases:
#     checkov: [CKV_GCP_110]
#     prowler: [cloudsql_instance_postgres_enable_pgaudit_flag]
#   since: "0.1.0"
package gapcheck.database.audits_statements

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["settings"], "message": message} if {
	some database in input.database
	_in_scope(database)
	not _audits(database)
	message := sprintf("%s audits no statements", [database.name])
}

_audits(database) if {
	some setting in database.settings
	setting.name == "cloudsql.enable_pgaudit"
	lower(setting.value) == "on"
}

_in_scope(database) if {
	is_array(database.settings)
	startswith(lower(database.engine), "postgres")
}
