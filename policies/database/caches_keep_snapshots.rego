# METADATA
# title: Caches that hold data keep snapshots
# description: "Sessions, queues and counters that live in a cache alone are lost with it."
# custom:
#   id: database-caches-keep-snapshots
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: what only the cache knows can be restored}
#   tests: design
#   reads: [form, engine, backup_retention_days]
#   remediation:
#     cloudformation: "set `SnapshotRetentionLimit` above 0"
#     terraform: "set `snapshot_retention_limit` above 0"
#   aliases:
#     checkov: [CKV_AWS_134]
#     trivy: [AVD-AWS-0050, AWS-0050]
#     tfsec: [aws-elasticache-enable-backup-retention]
#     kics: [8fdb08a0-a868-4fdf-9c27-ccab0237f1ab]
#     prowler: [elasticache_redis_cluster_backup_enabled]
#   since: "0.1.0"
package gapcheck.database.caches_keep_snapshots

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["backup_retention_days"], "message": message} if {
	some database in input.database
	_in_scope(database)
	database.backup_retention_days == 0
	message := sprintf("%s keeps no snapshots", [database.name])
}

# Memcached cannot.
_in_scope(database) if {
	database.form == "cache"
	database.engine in {"redis", "valkey"}
}
