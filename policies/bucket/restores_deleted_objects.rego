# METADATA
# title: Storage accounts can restore deleted blobs for at least seven days
# description: A deletion by mistake or by an intruder is undone with one command as long as the blob is kept.
# custom:
#   id: bucket-restores-deleted-objects
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: blobs can be restored after a deletion}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery needs something to go back to}
#   tests: design
#   reads: [soft_delete_days]
#   remediation:
#     terraform: "add `blob_properties { delete_retention_policy { days = 7 } }` or longer to `azurerm_storage_account`"
#   aliases:
#     checkov: [CKV2_AZURE_38]
#     trivy: [AVD-AZU-0056, AZU-0056]
#     prowler: [storage_ensure_soft_delete_is_enabled]
#   since: "0.1.0"
package gapcheck.bucket.restores_deleted_objects

parameters := {"days": 7}

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "azure"
}

deny contains {"subject": bucket.id, "path": ["soft_delete_days"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "azure"
	bucket.soft_delete_days < parameters.days
	message := sprintf("%s keeps deleted blobs for %d days", [bucket.name, bucket.soft_delete_days])
}
