# METADATA
# title: Buckets encrypt objects at rest
# description: What is stored can be read only by who may use the key.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
# custom:
#   id: bucket-encrypts-objects
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: stored objects must be encrypted}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects are protected at rest}
#   tests: design
#   reads: [encrypted]
#   remediation:
#     terraform: "leave the provider's encryption on, or name a key with `aws_s3_bucket_server_side_encryption_configuration`"
#   aliases:
#     checkov: [CKV_AWS_19]
#     trivy: [AVD-AWS-0088, AWS-0088]
#     tfsec: [aws-s3-enable-bucket-encryption]
#     prowler: [s3_bucket_default_encryption]
#     powerpipe: [s3_bucket_default_encryption_enabled]
#   since: "0.1.0"
package gapcheck.bucket.encrypts_objects

subjects contains bucket.id if some bucket in input.bucket

deny contains {"subject": bucket.id, "path": ["encrypted"], "message": message} if {
	some bucket in input.bucket
	not bucket.encrypted
	message := sprintf("%s does not encrypt objects", [bucket.name])
}
