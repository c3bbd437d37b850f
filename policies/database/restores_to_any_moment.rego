# METADATA
# title: Managed databases can be restored to any moment
# description: A nightly backup loses up to a day of records; the log of changes loses minutes.
# custom:
#   id: database-restores-to-any-moment
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: records up to the moment of a failure can be restored}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery loses little}
#   tests: design
#   reads: [form, role, point_in_time_recovery]
#   remediation:
#     terraform: "set `binary_log_enabled = true` (MySQL) or `point_in_time_recovery_enabled = true` (PostgreSQL, SQL Server) in `backup_configuration`"
#   aliases:
#     checkov: [CKV2_GCP_20]
#   since: "0.1.0"
package gapcheck.database.restores_to_any_moment

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["point_in_time_recovery"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.point_in_time_recovery == false
	message := sprintf("%s can be restored to the last backup only", [database.name])
}

_in_scope(database) if {
	database.form == "relational"
	database.role == "server"
	is_boolean(database.point_in_time_recovery)
}
