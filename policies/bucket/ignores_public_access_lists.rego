# METADATA
# title: Public access blocks ignore access lists that are public
# description: "Lists from before the block stay, and open objects as long as they are heeded."
# custom:
#   id: bucket-ignores-public-access-lists
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: lists from former days open nothing}
#   tests: design
#   reads: [public_access_block, ignores_public_acls]
#   remediation:
#     cloudformation: "set `IgnorePublicAcls: true` in the `PublicAccessBlockConfiguration`"
#     terraform: "set `ignore_public_acls = true` in the `aws_s3_bucket_public_access_block`"
#   aliases:
#     checkov: [CKV_AWS_55]
#     trivy: [AVD-AWS-0091, AWS-0091]
#     tfsec: [aws-s3-ignore-public-acls]
#     kics: [4fa66806-0dd9-4f8d-9480-3174d39c7c91, 6c8d51af-218d-4bfb-94a9-94eabaa0703a]
#   since: "0.1.0"
package gapcheck.bucket.ignores_public_access_lists

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.public_access_block
}

deny contains {"subject": bucket.id, "path": ["ignores_public_acls"], "message": message} if {
	some bucket in input.bucket
	bucket.public_access_block
	not bucket.ignores_public_acls
	message := sprintf("the block of %s heeds public access lists", [bucket.name])
}
