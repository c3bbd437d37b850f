# METADATA
# title: Public access blocks keep buckets with public policies to their account
# description: "Policies from before the block stay, and let everybody in as long as they are heeded."
# custom:
#   id: bucket-keeps-public-policies-inside
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: policies from former days let nobody else in}
#   tests: design
#   reads: [public_access_block, restricts_public_buckets]
#   remediation:
#     cloudformation: "set `RestrictPublicBuckets: true` in the `PublicAccessBlockConfiguration`"
#     terraform: "set `restrict_public_buckets = true` in the `aws_s3_bucket_public_access_block`"
#   aliases:
#     checkov: [CKV_AWS_56]
#     trivy: [AVD-AWS-0093, AWS-0093]
#     tfsec: [aws-s3-no-public-buckets]
#     kics: [1ec253ab-c220-4d63-b2de-5b40e0af9293, 350cd468-0e2c-44ef-9d22-cfb73a62523c]
#   since: "0.1.0"
package gapcheck.bucket.keeps_public_policies_inside

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.public_access_block
}

deny contains {"subject": bucket.id, "path": ["restricts_public_buckets"], "message": message} if {
	some bucket in input.bucket
	bucket.public_access_block
	not bucket.restricts_public_buckets
	message := sprintf("the block of %s lets others in by public policies", [bucket.name])
}
