# METADATA
# title: Buckets record who reads and writes
# description: Without an access log nobody can tell what an intruder took.
# custom:
#   id: bucket-logs-access
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: access to stored data is recorded}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: an event is judged by what was accessed}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: records of access inform control}
#   tests: design
#   reads: [logging, holds_logs]
#   remediation:
#     cloudformation: "set `DestinationBucketName` in `LoggingConfiguration`"
#     terraform: "add `aws_s3_bucket_logging`, an `azurerm_monitor_diagnostic_setting` for the account, or a `logging` block on `google_storage_bucket`"
#   aliases:
#     checkov: [CKV_AWS_18, CKV_GCP_62]
#     trivy: [AVD-AWS-0089, AWS-0089, AVD-GCP-0077, GCP-0077]
#     tfsec: [aws-s3-enable-bucket-logging]
#     kics: [f861041c-8c9f-4156-acfc-5e6e524f5884, d6cabc3a-d57e-48c2-b341-bf3dd4f4a120,
#       4552b71f-0a2a-4bc4-92dd-ed7ec1b4674c]
#     prowler: [s3_bucket_server_access_logging_enabled, cloudstorage_bucket_logging_enabled]
#     powerpipe: [s3_bucket_logging_enabled]
#   since: "0.1.0"
package gapcheck.bucket.logs_access

subjects contains bucket.id if {
	some bucket in input.bucket
	not bucket.holds_logs
}

deny contains {"subject": bucket.id, "path": ["logging"], "message": message} if {
	some bucket in input.bucket
	not bucket.holds_logs
	not bucket.logging
	message := sprintf("%s does not record access", [bucket.name])
}
