# METADATA
# title: Disks that their machine is to encrypt have that switched on
# description: Settings that name keys and are switched off look like a protection that is not there.
# custom:
#   id: disk-keeps-encryption-by-its-machine-on
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: a disk that was meant to be encrypted by its machine is}
#   tests: design
#   reads: [guest_encryption]
#   remediation:
#     terraform: "set `enabled = true` in `encryption_settings`, which is left out from version 4 of the provider on"
#   aliases:
#     trivy: [AVD-AZU-0038, AZU-0038]
#     tfsec: [azure-compute-enable-disk-encryption]
#   since: "0.1.0"
package gapcheck.disk.keeps_encryption_by_its_machine_on

subjects contains disk.id if {
	some disk in input.disk
	is_boolean(disk.guest_encryption)
}

deny contains {"subject": disk.id, "path": ["guest_encryption"], "message": message} if {
	some disk in input.disk
	disk.guest_encryption == false
	message := sprintf("%s has the encryption by its machine switched off", [disk.name])
}
