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
#   reads: [form, encrypted, kms_key]
#   remediation:
#     cloudformation: "name a key in `KmsKeyId`"
#     terraform: "AWS: name a key in `kms_key_id`; Azure: name an `azurerm_disk_encryption_set` in `disk_encryption_set_id`; Google: name a key in `disk_encryption_key { kms_key_self_link = ... }`"
#   aliases:
#     checkov: [CKV_AZURE_93, CKV_GCP_37, CKV_AWS_189, CKV_AWS_184, CKV_AWS_183, CKV_AWS_190, CKV_AWS_178,
#       CKV_AWS_179, CKV_AWS_203, CKV_AWS_236]
#     trivy: [AVD-GCP-0034, GCP-0034, AVD-AWS-0027, AWS-0027]
#     tfsec: [google-compute-disk-encryption-customer-key, aws-ec2-volume-encryption-customer-key]
#     kics: [b1d51728-7270-4991-ac2f-fc26e2695b38, 25d251f3-f348-4f95-845c-1090e41a615c,
#       6d087495-2a42-4735-abf7-02ef5660a7e6, b7063015-6c31-4658-a8e7-14f98f37fd42]
#   since: "0.1.0"
package gapcheck.disk.keeps_own_key

subjects contains disk.id if {
	some disk in input.disk
	_in_scope(disk)
}

deny contains {"subject": disk.id, "path": ["kms_key"], "message": message} if {
	some disk in input.disk
	_in_scope(disk)
	_has_no_key(disk)
	message := sprintf("%s is encrypted with a key of the provider", [disk.name])
}

_in_scope(disk) if {
	disk.form == "volume"
	disk.provider in {"azure", "google"}
}

_in_scope(disk) if {
	disk.provider == "aws"
	_is_encrypted_by_itself(disk)
}

# A snapshot or image that says nothing is as encrypted as what it was made of.
_is_encrypted_by_itself(disk) if disk.form in {"volume", "file_system"}

_is_encrypted_by_itself(disk) if is_boolean(disk.encrypted)

_has_no_key(disk) if not disk.kms_key

# Keys under these names are those of Amazon.
_has_no_key(disk) if contains(disk.kms_key, "alias/aws/")
