# METADATA
# title: Relational databases of Amazon keep automatic backups for more than a day
# description: "What was broken yesterday cannot be mended from a backup of last night."
# custom:
#   id: database-keeps-backups-beyond-a-day
#   severity: high
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: a mistake that is noticed the next day can be undone}
#   tests: design
#   reads: [form, role, backup_retention_days]
#   remediation:
#     cloudformation: "set `BackupRetentionPeriod` to 2 or more"
#     terraform: "set `backup_retention_period` to 2 or more"
#   aliases:
#     checkov: [CKV_AWS_133]
#     trivy: [AVD-AWS-0077, AWS-0077]
#     tfsec: [aws-rds-specify-backup-retention]
#     kics: [1dc73fb4-5b51-430c-8c5f-25dcf9090b02, e542bd46-58c4-4e0f-a52a-1fb4f9548e02, 8c415f6f-7b90-4a27-a44a-51047e1506f9]
#     prowler: [rds_instance_backup_enabled]
#     powerpipe: [rds_db_instance_backup_enabled]
#   since: "0.1.0"
package gapcheck.database.keeps_backups_beyond_a_day

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["backup_retention_days"], "message": message} if {
	some database in input.database
	_in_scope(database)
	not database.backup_retention_days > 1
	message := sprintf("%s keeps no backup for more than a day", [database.name])
}

_in_scope(database) if {
	database.provider == "aws"
	database.form == "relational"
	database.role in {"server", "cluster"}
}
