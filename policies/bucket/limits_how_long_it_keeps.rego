# METADATA
# title: Buckets have a rule on how long they keep objects
# description: "What nobody decides to delete is kept without end, with its costs and its risks."
# custom:
#   id: bucket-limits-how-long-it-keeps
#   severity: low
#   criteria:
#     - {id: C1.2, aspect: disposal-rules, strength: supporting, because: objects move or end by a rule that somebody wrote}
#   tests: design
#   reads: [lifecycle]
#   remediation:
#     cloudformation: "add a `LifecycleConfiguration`"
#     terraform: "add an `aws_s3_bucket_lifecycle_configuration`"
#   aliases:
#     checkov: [CKV2_AWS_61]
#     prowler: [s3_bucket_lifecycle_enabled]
#     powerpipe: [s3_bucket_lifecycle_policy_enabled]
#   since: "0.1.0"
package gapcheck.bucket.limits_how_long_it_keeps

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "aws"
}

deny contains {"subject": bucket.id, "path": ["lifecycle"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "aws"
	not bucket.lifecycle
	message := sprintf("%s has no rule on how long it keeps objects", [bucket.name])
}
