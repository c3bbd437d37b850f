# METADATA
# title: Disks are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: disk-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads the data, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data get a lock of their own}
#   tests: design
#   reads: [form, kms_key]
#   remediation:
#     terraform: "Azure: name an `azurerm_disk_encryption_set` in `disk_encryption_set_id`; Google: name a key in `disk_encryption_key { kms_key_self_link = ... }`"
#   aliases:
#     checkov: [CKV_AZURE_93, CKV_GCP_37]
#     trivy: [AVD-GCP-0034, GCP-0034]
#     tfsec: [google-compute-disk-encryption-customer-key]
#     kics: [b1d51728-7270-4991-ac2f-fc26e2695b38]
#   since: "0.1.0"
package gapcheck.disk.keeps_own_key

subjects contains disk.id if {
	some disk in input.disk
	_in_scope(disk)
}

deny contains {"subject": disk.id, "path": ["kms_key"], "message": message} if {
	some disk in input.disk
	_in_scope(disk)
	not disk.kms_key
	message := sprintf("%s is encrypted with a key of the provider", [disk.name])
}

# With AWS the account may name the key for all its disks.
_in_scope(disk) if {
	disk.form == "volume"
	disk.provider in {"azure", "google"}
}
