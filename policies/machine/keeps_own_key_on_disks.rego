# METADATA
# title: Disks of machines are encrypted with a key of one's own
# description: Whoever holds the key decides who can read the disk, and can take it away.
# custom:
#   id: machine-keeps-own-key-on-disks
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: who may read the disk of a machine is decided by the owner of the key}
#   tests: design
#   reads: [disks_have_own_key]
#   remediation:
#     terraform: "name a `kms_key_self_link` on each disk of `google_compute_instance`, or in its `disk_encryption_key` on `google_compute_instance_template`"
#   aliases:
#     checkov: [CKV_GCP_38]
#     trivy: [AVD-GCP-0033, GCP-0033]
#     tfsec: [google-compute-vm-disk-encryption-customer-key]
#   since: "0.1.0"
package gapcheck.machine.keeps_own_key_on_disks

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.disks_have_own_key)
}

deny contains {"subject": machine.id, "path": ["disks_have_own_key"], "message": message} if {
	some machine in input.machine
	machine.disks_have_own_key == false
	message := sprintf("a disk of %s is encrypted with a key of the provider", [machine.name])
}
