# METADATA
# title: Nobody can shorten how long logs are kept
# description: "Who hides a trace shortens the time for which it is kept, and waits."
# custom:
#   id: log-keeps-its-end-locked
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-protection, strength: supporting, because: records cannot be made to end early}
#     - {id: CC7.3, aspect: evidence-protection, strength: supporting, because: records can serve as evidence}
#   tests: design
#   reads: [retention_locked]
#   remediation:
#     terraform: "set `locked = true` on the log bucket; for a sink, lock the `retention_policy` of the `google_storage_bucket` that it fills with `is_locked = true`"
#   aliases:
#     checkov: [CKV2_GCP_4]
#     prowler: [cloudstorage_bucket_log_retention_policy_lock]
#   since: "0.1.0"
package gapcheck.log.keeps_its_end_locked

subjects contains log.id if {
	some log in input.log
	is_boolean(log.retention_locked)
}

deny contains {"subject": log.id, "path": ["retention_locked"], "message": message} if {
	some log in input.log
	log.retention_locked == false
	message := sprintf("anybody who may edit %s can shorten how long records are kept", [log.name])
}
