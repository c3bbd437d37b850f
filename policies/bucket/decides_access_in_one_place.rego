# METADATA
# title: Buckets decide who may read them in one place
# description: "Access lists of single objects open what the policy of the bucket keeps closed, and no review finds them."
# custom:
#   id: bucket-decides-access-in-one-place
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: rights are given by roles and not object by object}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: one list says who may reach the objects}
#   tests: design
#   reads: [uniform_access]
#   remediation:
#     terraform: "set `uniform_bucket_level_access = true` on `google_storage_bucket`"
#   aliases:
#     checkov: [CKV_GCP_29]
#     trivy: [AVD-GCP-0002, GCP-0002]
#     tfsec: [google-storage-enable-ubla]
#     kics: [bb0db090-5509-4853-a827-75ced0b3caa0]
#     prowler: [cloudstorage_bucket_uniform_bucket_level_access]
#   since: "0.1.0"
package gapcheck.bucket.decides_access_in_one_place

subjects contains bucket.id if {
	some bucket in input.bucket
	is_boolean(bucket.uniform_access)
}

deny contains {"subject": bucket.id, "path": ["uniform_access"], "message": message} if {
	some bucket in input.bucket
	bucket.uniform_access == false
	message := sprintf("%s lets each object have an access list of its own", [bucket.name])
}
