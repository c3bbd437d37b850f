# METADATA
# title: Machines verify what they boot
# description: "Secure boot, a virtual TPM and measured boot show software that slipped in below the operating system."
# custom:
#   id: machine-verifies-its-boot
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: unauthorized software below the operating system is refused and noticed}
#   tests: design
#   reads: [secure_boot, vtpm, integrity_monitoring]
#   remediation:
#     terraform: "set `enable_secure_boot`, `enable_vtpm` and `enable_integrity_monitoring` to `true` in `shielded_instance_config`"
#   aliases:
#     checkov: [CKV_GCP_39]
#     trivy: [AVD-GCP-0041, AVD-GCP-0045, AVD-GCP-0067, GCP-0041, GCP-0045, GCP-0067]
#     tfsec: [google-compute-enable-shielded-vm-vtpm, google-compute-enable-shielded-vm-im]
#     kics: [1b44e234-3d73-41a8-9954-0b154135280e]
#     prowler: [compute_instance_shielded_vm_enabled]
#   since: "0.1.0"
package gapcheck.machine.verifies_its_boot

# What verifies a boot, in words for people.
_settings := {
	"secure_boot": "boots software that nobody signed",
	"vtpm": "has no virtual TPM",
	"integrity_monitoring": "does not check the measurements of its boot",
}

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.secure_boot)
}

deny contains {"subject": machine.id, "path": [fact], "message": message} if {
	some machine in input.machine
	some fact, fault in _settings
	machine[fact] == false
	message := sprintf("%s %s", [machine.name, fault])
}
