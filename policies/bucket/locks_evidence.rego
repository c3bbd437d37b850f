# METADATA
# title: Buckets that hold audit trails lock what is in them
# description: Whoever broke in deletes first what shows it.
# custom:
#   id: bucket-locks-evidence
#   severity: low
#   criteria:
#     - {id: PI1.5, aspect: change-protection, strength: supporting, because: records stay as they were written}
#     - {id: CC7.3, aspect: evidence-protection, strength: primary, because: nobody can delete the record of what happened}
#   tests: design
#   reads: [holds_trail, object_lock]
#   remediation:
#     cloudformation: "set `ObjectLockEnabled: true` with an `ObjectLockConfiguration`"
#     terraform: "set `object_lock_enabled = true`, and add an `aws_s3_bucket_object_lock_configuration`"
#   since: "0.1.0"
package gapcheck.bucket.locks_evidence

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.holds_trail
}

deny contains {"subject": bucket.id, "path": ["object_lock"], "message": message} if {
	some bucket in input.bucket
	bucket.holds_trail
	not bucket.object_lock
	message := sprintf("%s lets the audit trail in it be deleted", [bucket.name])
}
