# METADATA
# title: Databases keep automatic backups for at least seven days
# description: Corrupted or deleted records can only be restored from a backup that is older than the mistake.
# custom:
#   id: database-keeps-backups
#   severity: high
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: records can be restored after loss}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery needs something to go back to}
#     - {id: CC9.1, aspect: backup-design, strength: supporting, because: a lasting disruption is survived with backups}
#     - {id: PI1.5, aspect: stored-copies, strength: supporting, because: stored records stay as they were}
#   tests: design
#   reads: [form, role, backup_retention_days, backups, point_in_time_recovery]
#   remediation:
#     cloudformation: "set `BackupRetentionPeriod` (RDS, DocumentDB, Neptune), `AutomatedSnapshotRetentionPeriod` (Redshift) or `PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}` (DynamoDB)"
#     terraform: "set `backup_retention_period` (RDS, DocumentDB, Neptune), `automated_snapshot_retention_period` (Redshift), `point_in_time_recovery { enabled = true }` (DynamoDB), `backup_retention_days` (Azure) or `backup_configuration { enabled = true }` (Google)"
#   aliases:
#     checkov: [CKV_AWS_28, CKV_GCP_14, CKV_AWS_360, CKV_AWS_361, CKV_AWS_165]
#     trivy: [AVD-AWS-0024, AWS-0024, AVD-GCP-0024, GCP-0024]
#     tfsec: [aws-dynamodb-enable-recovery, google-sql-enable-backup]
#     kics: [741f1291-47ac-4a85-a07b-3d32a9d6bd3e, cf3c7631-cd1e-42f3-8801-a561214a6e79,
#       0f04217d-488f-4e7a-bec8-f16159686cd6, e649a218-d099-4550-86a4-1231e1fcb60d]
#     prowler: [dynamodb_tables_pitr_enabled, cloudsql_instance_automated_backups]
#     powerpipe: [dynamodb_table_point_in_time_recovery_enabled]
#   since: "0.1.0"
package gapcheck.database.keeps_backups

parameters := {"days": 7}

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["backup_retention_days"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.backup_retention_days < parameters.days
	message := sprintf("%s keeps backups for %d days", [database.name, database.backup_retention_days])
}

deny contains {"subject": database.id, "path": [_setting(database)], "message": message} if {
	some database in input.database
	_in_scope(database)
	not database.backup_retention_days
	not database.backups
	not database.point_in_time_recovery
	message := sprintf("%s makes no backups", [database.name])
}

# Caches and search indexes are made again from what they copy.
_in_scope(database) if {
	database.form in {"relational", "document", "graph", "warehouse"}
	database.role in {"server", "cluster", "database"}
}

_in_scope(database) if database.form == "table"

_setting(database) := "point_in_time_recovery" if {
	database.form == "table"
} else := "backups"
