# METADATA
# title: Storage accounts refuse shared keys
# description: "A shared key opens the whole account to whoever holds it, names nobody and ends never."
# custom:
#   id: bucket-refuses-shared-keys
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: callers sign in as themselves}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: no credential stands without end}
#   tests: design
#   reads: [shared_key_access]
#   remediation:
#     terraform: "set `shared_access_key_enabled = false`, and let callers sign in through the directory"
#   aliases:
#     checkov: [CKV2_AZURE_40]
#     prowler: [storage_account_key_access_disabled]
#   since: "0.1.0"
package gapcheck.bucket.refuses_shared_keys

subjects contains bucket.id if {
	some bucket in input.bucket
	is_boolean(bucket.shared_key_access)
}

deny contains {"subject": bucket.id, "path": ["shared_key_access"], "message": message} if {
	some bucket in input.bucket
	bucket.shared_key_access == true
	message := sprintf("%s answers whoever holds a shared key", [bucket.name])
}
