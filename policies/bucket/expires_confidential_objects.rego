# METADATA
# title: Buckets with confidential or personal data delete objects after a time
# description: "Data that is kept without end can leak without end, and contracts and laws ask for its disposal."
# custom:
#   id: bucket-expires-confidential-objects
#   severity: medium
#   criteria:
#     - {id: C1.2, aspect: disposal-rules, strength: primary, because: confidential data are disposed of by rule}
#     - {id: P4.2, aspect: expiry-rules, strength: supporting, because: personal data are kept no longer than needed}
#     - {id: P4.3, aspect: disposal-rules, strength: supporting, because: personal data are disposed of by rule}
#   tests: design
#   reads: [classification, expires_objects]
#   remediation:
#     cloudformation: "add a rule with `ExpirationInDays` to `LifecycleConfiguration`"
#     terraform: "add a lifecycle rule with an expiration: `aws_s3_bucket_lifecycle_configuration`, `azurerm_storage_management_policy`, or `lifecycle_rule` with action `Delete` on `google_storage_bucket`"
#   since: "0.1.0"
package gapcheck.bucket.expires_confidential_objects

# Words by which tags call data confidential.
_confidential := {
	"confidential", "highly-confidential", "highly confidential", "restricted", "secret", "sensitive", "personal", "pii",
	"phi",
}

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.classification in _confidential
}

deny contains {"subject": bucket.id, "path": ["expires_objects"], "message": message} if {
	some bucket in input.bucket
	bucket.classification in _confidential
	not bucket.expires_objects
	message := sprintf("%s keeps %s data without end", [bucket.name, bucket.classification])
}
