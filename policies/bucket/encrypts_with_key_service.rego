# METADATA
# title: Buckets encrypt objects with a key of the key service
# description: "Reading then needs a right on the key as well, and each use of the key leaves a trace."
# custom:
#   id: bucket-encrypts-with-key-service
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: the key service decides and records who reads the objects}
#   tests: design
#   reads: [kms, kms_key]
#   remediation:
#     cloudformation: "set `SSEAlgorithm: aws:kms` in `BucketEncryption`"
#     terraform: "set `sse_algorithm = \"aws:kms\"` in an `aws_s3_bucket_server_side_encryption_configuration`"
#   aliases:
#     checkov: [CKV_AWS_145]
#     prowler: [s3_bucket_kms_encryption]
#   since: "0.1.0"
package gapcheck.bucket.encrypts_with_key_service

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "aws"
}

deny contains {"subject": bucket.id, "path": ["kms"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "aws"
	not bucket.kms
	not bucket.kms_key
	message := sprintf("%s does not encrypt with a key of the key service", [bucket.name])
}
