# METADATA
# title: Storage accounts and buckets are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: bucket-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads stored objects, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential objects get a lock of their own}
#   tests: design
#   reads: [kms_key]
#   remediation:
#     terraform: "Azure: add `customer_managed_key`, or an `azurerm_storage_account_customer_managed_key`; Google: set `encryption { default_kms_key_name = ... }`"
#   aliases:
#     checkov: [CKV2_AZURE_1]
#     trivy: [AVD-AZU-0060, AZU-0060]
#     prowler: [storage_ensure_encryption_with_customer_managed_keys]
#   since: "0.1.0"
package gapcheck.bucket.keeps_own_key

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider in {"azure", "google"}
}

deny contains {"subject": bucket.id, "path": ["kms_key"], "message": message} if {
	some bucket in input.bucket
	bucket.provider in {"azure", "google"}
	not bucket.kms_key
	message := sprintf("%s is encrypted with a key of the provider", [bucket.name])
}
