# METADATA
# title: Buckets keep every version of their objects
# description: What soft delete keeps is gone after some days; a version stays until a rule says otherwise.
# custom:
#   id: bucket-keeps-every-version
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: objects can be restored long after a mistake}
#     - {id: PI1.5, aspect: change-protection, strength: primary, because: what is overwritten stays as it was}
#   tests: design
#   reads: [holds_logs, versioning]
#   remediation:
#     terraform: "add `versioning { enabled = true }` to `google_storage_bucket`, and a lifecycle rule that ends old versions"
#   aliases:
#     checkov: [CKV_GCP_78]
#     trivy: [AVD-GCP-0078, GCP-0078]
#     kics: [e7e961ac-d17e-4413-84bc-8a1fbe242944]
#     prowler: [cloudstorage_bucket_versioning_enabled]
#   since: "0.1.0"
package gapcheck.bucket.keeps_every_version

subjects contains bucket.id if {
	some bucket in input.bucket
	_in_scope(bucket)
}

deny contains {"subject": bucket.id, "path": ["versioning"], "message": message} if {
	some bucket in input.bucket
	_in_scope(bucket)
	not bucket.versioning
	message := sprintf("%s keeps no versions of its objects", [bucket.name])
}

# Others keep nothing without versions, and are asked of that elsewhere; records are written once.
_in_scope(bucket) if {
	bucket.provider == "google"
	not bucket.holds_logs
}
