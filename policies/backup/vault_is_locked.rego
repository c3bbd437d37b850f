# METADATA
# title: Backup vaults keep backups from being deleted before their time
# description: Who encrypts the data for ransom deletes the backups first.
# custom:
#   id: backup-vault-is-locked
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: backups survive an intruder and a mistake}
#     - {id: PI1.5, aspect: stored-copies, strength: supporting, because: copies stay as they were}
#   tests: design
#   reads: [form, locked]
#   remediation:
#     cloudformation: "add a `LockConfiguration` to the `AWS::Backup::BackupVault`"
#     terraform: "add an `aws_backup_vault_lock_configuration`, or set `immutability = \"Locked\"` on the Azure vault"
#   since: "0.1.0"
package gapcheck.backup.vault_is_locked

subjects contains backup.id if {
	some backup in input.backup
	backup.form == "vault"
}

deny contains {"subject": backup.id, "path": ["locked"], "message": message} if {
	some backup in input.backup
	backup.form == "vault"
	not backup.locked
	message := sprintf("%s lets backups be deleted before their time", [backup.name])
}
