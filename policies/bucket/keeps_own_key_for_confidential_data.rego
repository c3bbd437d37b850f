# METADATA
# title: "Buckets with confidential data are encrypted with a key of one's own"
# description: "With the provider's key, whoever may read the bucket may decrypt it; a key of one's own is a second lock with a log."
# custom:
#   id: bucket-keeps-own-key-for-confidential-data
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: "the key decides who reads confidential objects, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects get a lock of their own}
#   tests: design
#   reads: [classification, kms_key]
#   remediation:
#     terraform: "name a key of your own: `kms_master_key_id` in `aws_s3_bucket_server_side_encryption_configuration`, `customer_managed_key` on `azurerm_storage_account`, `encryption.default_kms_key_name` on `google_storage_bucket`"
#   aliases:
#     checkov: [CKV_AWS_145, CKV2_AZURE_1]
#     trivy: [AVD-AWS-0132, AWS-0132, AVD-AZU-0060, AZU-0060]
#     tfsec: [aws-s3-encryption-customer-key]
#     prowler: [s3_bucket_kms_encryption, storage_ensure_encryption_with_customer_managed_keys]
#   since: "0.1.0"
package gapcheck.bucket.keeps_own_key_for_confidential_data

# Words by which tags call data confidential.
_confidential := {"confidential", "restricted", "secret", "highly-confidential", "highly confidential", "sensitive", "pii", "phi", "personal"}

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.classification in _confidential
}

deny contains {"subject": bucket.id, "path": ["kms_key"], "message": message} if {
	some bucket in input.bucket
	bucket.classification in _confidential
	not bucket.kms_key
	message := sprintf("%s holds %s data under the provider's key", [bucket.name, bucket.classification])
}
