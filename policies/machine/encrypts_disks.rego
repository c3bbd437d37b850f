# METADATA
# title: Disks that machines declare are encrypted
# description: A copy or snapshot of a plain disk gives its data to whoever gets hold of it.
# custom:
#   id: machine-encrypts-disks
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: data on disks must be readable only with the key}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data ends up on the disks of machines}
#   tests: design
#   reads: [root_disk_encrypted, data_disks]
#   remediation:
#     cloudformation: "set `Encrypted: true` in the `Ebs` of each of the `BlockDeviceMappings`, and `RootVolumeEncryptionEnabled` and `UserVolumeEncryptionEnabled` of workspaces"
#     terraform: "set `encrypted = true` in `root_block_device`, `ebs_block_device` and `block_device_mappings.ebs`, or turn on `aws_ebs_encryption_by_default`"
#   aliases:
#     checkov: [CKV_AWS_8, CKV_AWS_155, CKV_AWS_156]
#     trivy: [AVD-AWS-0131, AWS-0131, AVD-AWS-0008, AWS-0008]
#     kics: [89827c57-5a8a-49eb-9731-976a606d70db, 4de9de27-254e-424f-bd70-4c1e95790838]
#     tfsec: [aws-ec2-enable-launch-config-at-rest-encryption, aws-autoscaling-enable-at-rest-encryption]
#   since: "0.1.0"
package gapcheck.machine.encrypts_disks

subjects contains machine.id if {
	some machine in input.machine
	_declares_disks(machine)
}

deny contains {"subject": machine.id, "path": ["root_disk_encrypted"], "message": message} if {
	some machine in input.machine
	machine.root_disk_encrypted == false
	message := sprintf("the root disk of %s is not encrypted", [machine.name])
}

deny contains {"subject": machine.id, "path": ["data_disks", sprintf("%d", [index]), "encrypted"], "message": message} if {
	some machine in input.machine
	some index, disk in machine.data_disks
	disk.encrypted == false
	message := sprintf("a disk of %s is not encrypted", [machine.name])
}

_declares_disks(machine) if is_boolean(machine.root_disk_encrypted)

_declares_disks(machine) if count(machine.data_disks) > 0
