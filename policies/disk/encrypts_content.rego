# METADATA
# title: Disks and file systems encrypt what they store
# description: Whoever gets hold of a disk or a copy of it reads nothing without the key.
# custom:
#   id: disk-encrypts-content
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: stored data must be encrypted}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data are protected at rest}
#   tests: design
#   reads: [form, encrypted]
#   remediation:
#     cloudformation: "set `Encrypted: true`"
#     terraform: "set `encrypted = true`"
#   aliases:
#     checkov: [CKV_AWS_3, CKV_AWS_42, CKV_AWS_235, CKV_AWS_204]
#     trivy: [AVD-AWS-0026, AWS-0026, AVD-AWS-0037, AWS-0037]
#     tfsec: [aws-ec2-enable-volume-encryption, aws-ebs-enable-volume-encryption, aws-efs-enable-at-rest-encryption]
#     kics: [cc997676-481b-4e93-aa81-d19f8c5e9b12, 48207659-729f-4b5c-9402-f884257d794f,
#       80b7ac3f-d2b7-4577-9b10-df7913497162, 2ff8e83c-90e1-4d68-a300-6d652112e622]
#     prowler: [ec2_ebs_volume_encryption, efs_encryption_at_rest_enabled]
#     powerpipe: [ebs_attached_volume_encryption_enabled, efs_file_system_encrypt_data_at_rest]
#   since: "0.1.0"
package gapcheck.disk.encrypts_content

subjects contains disk.id if {
	some disk in input.disk
	_in_scope(disk)
}

deny contains {"subject": disk.id, "path": ["encrypted"], "message": message} if {
	some disk in input.disk
	disk.encrypted == false
	message := sprintf("%s does not encrypt what it stores", [disk.name])
}

# A snapshot or image that says nothing is as encrypted as what it was made of.
_in_scope(disk) if disk.form in {"volume", "file_system"}

_in_scope(disk) if disk.encrypted in {true, false}
