# METADATA
# title: Buckets block public access
# description: A block holds even when somebody later adds a public access list or policy by mistake.
# custom:
#   id: bucket-blocks-public-access
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: no later mistake can open the bucket to the public}
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: a public bucket is an entry from outside the boundary}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects stay behind the block}
#   tests: design
#   reads: [public_access_block, public_access_blocked]
#   remediation:
#     cloudformation: "add a `PublicAccessBlockConfiguration` with `BlockPublicAcls`, `BlockPublicPolicy`, `IgnorePublicAcls` and `RestrictPublicBuckets` all `true`"
#     terraform: "add an `aws_s3_bucket_public_access_block` with all four settings true; set `allow_nested_items_to_be_public = false` on `azurerm_storage_account`, `public_access_prevention = \"enforced\"` on `google_storage_bucket`"
#   aliases:
#     checkov: [CKV_AZURE_190, CKV2_AZURE_47, CKV_GCP_114,
#       CKV2_AWS_6, CKV_AWS_53, CKV_AWS_54, CKV_AWS_55, CKV_AWS_56] # in parts
#     trivy: [AVD-AWS-0094, AWS-0094,
#       AVD-AWS-0086, AVD-AWS-0087, AVD-AWS-0091, AVD-AWS-0093, AWS-0086, AWS-0087, AWS-0091, AWS-0093] # in parts
#     tfsec: [aws-s3-specify-public-access-block,
#       aws-s3-block-public-acls, aws-s3-block-public-policy, aws-s3-ignore-public-acls, aws-s3-no-public-buckets] # in parts
#     kics: [d0cc8694-fcad-43ff-ac86-32331d7e867f, 1a4bc881-9f69-4d44-8c9a-d37d08f54c50, # in parts
#       4fa66806-0dd9-4f8d-9480-3174d39c7c91, 1ec253ab-c220-4d63-b2de-5b40e0af9293, # in parts
#       48f100d9-f499-4c6d-b2b8-deafe47ffb26, 860ba89b-b8de-4e72-af54-d6aee4138a69, # in parts
#       6c8d51af-218d-4bfb-94a9-94eabaa0703a, 350cd468-0e2c-44ef-9d22-cfb73a62523c] # in parts
#     prowler: [s3_bucket_level_public_access_block]
#   since: "0.1.0"
package gapcheck.bucket.blocks_public_access

subjects contains bucket.id if some bucket in input.bucket

deny contains {"subject": bucket.id, "path": ["public_access_block"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "aws"
	not bucket.public_access_block
	message := sprintf("%s has no public access block", [bucket.name])
}

deny contains {"subject": bucket.id, "path": ["public_access_blocked"], "message": message} if {
	some bucket in input.bucket
	bucket.provider != "aws"
	not bucket.public_access_blocked
	message := sprintf("%s does not forbid public access", [bucket.name])
}
