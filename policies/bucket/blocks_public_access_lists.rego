# METADATA
# title: Public access blocks refuse access lists that are public
# description: "A list that opens an object to everybody is refused when somebody tries to set it."
# custom:
#   id: bucket-blocks-public-access-lists
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: no list can open an object to everybody}
#   tests: design
#   reads: [public_access_block, blocks_public_acls]
#   remediation:
#     cloudformation: "set `BlockPublicAcls: true` in the `PublicAccessBlockConfiguration`"
#     terraform: "set `block_public_acls = true` in the `aws_s3_bucket_public_access_block`"
#   aliases:
#     checkov: [CKV2_AWS_6, CKV_AWS_53]
#     trivy: [AVD-AWS-0086, AWS-0086]
#     tfsec: [aws-s3-block-public-acls]
#     kics: [d0cc8694-fcad-43ff-ac86-32331d7e867f, 48f100d9-f499-4c6d-b2b8-deafe47ffb26]
#   since: "0.1.0"
package gapcheck.bucket.blocks_public_access_lists

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.public_access_block
}

deny contains {"subject": bucket.id, "path": ["blocks_public_acls"], "message": message} if {
	some bucket in input.bucket
	bucket.public_access_block
	not bucket.blocks_public_acls
	message := sprintf("the block of %s takes public access lists", [bucket.name])
}
