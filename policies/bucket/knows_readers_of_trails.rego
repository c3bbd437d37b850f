# METADATA
# title: Buckets that hold audit trails record who reads them
# description: "Who looks for what was noticed about them, and who takes it away, is then known."
# custom:
#   id: bucket-knows-readers-of-trails
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: evidence-protection, strength: supporting, because: who read or changed the record of what happened is known}
#   tests: design
#   reads: [holds_trail, logging]
#   remediation:
#     cloudformation: "add a `LoggingConfiguration`"
#     terraform: "add an `aws_s3_bucket_logging`"
#   aliases:
#     trivy: [AVD-AWS-0163, AWS-0163]
#     tfsec: [aws-cloudtrail-require-bucket-access-logging]
#     kics: [ee9e50e8-b2ed-4176-ad42-8fc0cf7593f4]
#     prowler: [cloudtrail_logs_s3_bucket_access_logging_enabled]
#   since: "0.1.0"
package gapcheck.bucket.knows_readers_of_trails

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.holds_trail
}

deny contains {"subject": bucket.id, "path": ["logging"], "message": message} if {
	some bucket in input.bucket
	bucket.holds_trail
	not bucket.logging
	message := sprintf("%s does not record who reads the audit trail", [bucket.name])
}
