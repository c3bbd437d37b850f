# METADATA
# title: "Buckets encrypt objects, confidential ones with a key of one's own"
# description: "What is stored can be read only by who may use the key; a key of one's own is a second lock, with a log of its use."
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
# custom:
#   id: bucket-encrypts-objects
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: stored objects must be encrypted}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads confidential objects, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects get a lock of their own}
#   tests: design
#   reads: [encrypted, classification, kms_key]
#   remediation:
#     cloudformation: "name a key of your own in `BucketEncryption`: `SSEAlgorithm: aws:kms` with a `KMSMasterKeyID` in `ServerSideEncryptionByDefault`"
#     terraform: "name a key of your own: `kms_master_key_id` in `aws_s3_bucket_server_side_encryption_configuration`, `customer_managed_key` on `azurerm_storage_account`, `encryption.default_kms_key_name` on `google_storage_bucket`"
#   aliases:
#     checkov: [CKV_AWS_19]
#     trivy: [AVD-AWS-0088, AWS-0088]
#     tfsec: [aws-s3-enable-bucket-encryption]
#     prowler: [s3_bucket_default_encryption]
#     powerpipe: [s3_bucket_default_encryption_enabled]
#   since: "0.1.0"
package gapcheck.bucket.encrypts_objects

# Words by which tags call data confidential.
_confidential := {
	"confidential", "highly-confidential", "highly confidential", "restricted", "secret", "sensitive", "personal", "pii",
	"phi",
}

subjects contains bucket.id if some bucket in input.bucket

deny contains {"subject": bucket.id, "path": ["encrypted"], "message": message} if {
	some bucket in input.bucket
	not bucket.encrypted
	message := sprintf("%s does not encrypt objects", [bucket.name])
}

deny contains {"subject": bucket.id, "path": ["kms_key"], "message": message} if {
	some bucket in input.bucket
	bucket.classification in _confidential
	not bucket.kms_key
	message := sprintf("%s holds %s data under the provider's key", [bucket.name, bucket.classification])
}
