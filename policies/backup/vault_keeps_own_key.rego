# METADATA
# title: "Backup vaults are encrypted with a key of one's own"
# description: "With a key of one's own, the right to read is a right on the key as well, and taking it away locks the data."
# custom:
#   id: backup-vault-keeps-own-key
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: copies are no way around the key of what they copy}
#     - {id: CC6.1, aspect: keys, strength: primary, because: whoever may use the key decides who restores the data}
#   tests: design
#   reads: [form, kms_key]
#   remediation:
#     cloudformation: "name a key in `EncryptionKeyArn`"
#     terraform: "name a key in `kms_key_arn`"
#   aliases:
#     checkov: [CKV_AWS_166]
#     prowler: [backup_vaults_encrypted]
#     powerpipe: [backup_recovery_point_encryption_enabled]
#   since: "0.1.0"
package gapcheck.backup.vault_keeps_own_key

subjects contains backup.id if {
	some backup in input.backup
	backup.provider == "aws"
	backup.form == "vault"
}

deny contains {"subject": backup.id, "path": ["kms_key"], "message": message} if {
	some backup in input.backup
	backup.provider == "aws"
	backup.form == "vault"
	_has_no_key(backup)
	message := sprintf("%s is not encrypted with a key of one's own", [backup.name])
}

_has_no_key(backup) if not backup.kms_key

# Keys under these names are the provider's.
_has_no_key(backup) if contains(backup.kms_key, "alias/aws/")
