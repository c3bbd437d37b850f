# METADATA
# title: Public access blocks refuse policies that are public
# description: "A policy that lets everybody in is refused when somebody tries to set it."
# custom:
#   id: bucket-blocks-public-policies
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: no policy can open the bucket to everybody}
#   tests: design
#   reads: [public_access_block, blocks_public_policy]
#   remediation:
#     cloudformation: "set `BlockPublicPolicy: true` in the `PublicAccessBlockConfiguration`"
#     terraform: "set `block_public_policy = true` in the `aws_s3_bucket_public_access_block`"
#   aliases:
#     checkov: [CKV2_AWS_6, CKV_AWS_54]
#     trivy: [AVD-AWS-0087, AWS-0087]
#     tfsec: [aws-s3-block-public-policy]
#     kics: [1a4bc881-9f69-4d44-8c9a-d37d08f54c50, 860ba89b-b8de-4e72-af54-d6aee4138a69]
#   since: "0.1.0"
package gapcheck.bucket.blocks_public_policies

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.public_access_block
}

deny contains {"subject": bucket.id, "path": ["blocks_public_policy"], "message": message} if {
	some bucket in input.bucket
	bucket.public_access_block
	not bucket.blocks_public_policy
	message := sprintf("the block of %s takes public policies", [bucket.name])
}
