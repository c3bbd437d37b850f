# METADATA
# title: Buckets keep what is overwritten or deleted
# description: "Without former versions or a time in which deleted objects can be restored, one mistake or intruder destroys data for good."
# custom:
#   id: bucket-keeps-former-versions
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: objects can be restored after loss}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery needs something to go back to}
#     - {id: PI1.5, aspect: stored-copies, strength: supporting, because: stored data stay as they were}
#   tests: design
#   reads: [versioning, soft_delete_days, holds_logs]
#   remediation:
#     cloudformation: "set `VersioningConfiguration: {Status: Enabled}`"
#     terraform: "enable versioning (`aws_s3_bucket_versioning` with status `Enabled`, `versioning { enabled = true }` with Google, `blob_properties` with `versioning_enabled` or `delete_retention_policy` on `azurerm_storage_account`)"
#   aliases:
#     checkov: [CKV_AWS_21]
#     trivy: [AVD-AWS-0090, AWS-0090]
#     tfsec: [aws-s3-enable-versioning]
#     kics: [568a4d22-3517-44a6-a7ad-6a7eed88722c,
#       a227ec01-f97a-4084-91a4-47b350c1db54]
#     prowler: [s3_bucket_object_versioning]
#     powerpipe: [s3_bucket_versioning_enabled]
#   since: "0.1.0"
package gapcheck.bucket.keeps_former_versions

subjects contains bucket.id if {
	some bucket in input.bucket
	not bucket.holds_logs
}

deny contains {"subject": bucket.id, "path": ["versioning"], "message": message} if {
	some bucket in input.bucket
	not bucket.holds_logs
	not bucket.versioning
	not _restores(bucket)
	message := sprintf("%s keeps nothing of what is overwritten or deleted", [bucket.name])
}

_restores(bucket) if bucket.soft_delete_days > 0
