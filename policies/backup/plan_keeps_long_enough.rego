# METADATA
# title: Backup plans keep backups for at least 35 days
# description: A mistake that is found after a month needs a backup that is older than a month.
# custom:
#   id: backup-plan-keeps-long-enough
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: backups reach back far enough}
#     - {id: CC9.1, aspect: backup-design, strength: supporting, because: a lasting disruption is survived with backups}
#   tests: design
#   reads: [form, retention_days]
#   remediation:
#     cloudformation: "set `Lifecycle.DeleteAfterDays` to 35 or more in each `BackupPlanRule`"
#     terraform: "set `lifecycle { delete_after = 35 }` or longer in each rule, or `retention_daily { count = 35 }`"
#   aliases:
#     powerpipe: [backup_plan_min_retention_35_days]
#   since: "0.1.0"
package gapcheck.backup.plan_keeps_long_enough

parameters := {"days": 35}

subjects contains backup.id if {
	some backup in input.backup
	backup.form == "plan"
}

deny contains {"subject": backup.id, "path": ["retention_days"], "message": message} if {
	some backup in input.backup
	backup.form == "plan"
	backup.retention_days < parameters.days
	message := sprintf("%s keeps backups for %d days", [backup.name, backup.retention_days])
}
