# METADATA
# title: Machines verify what they boot
# description: A virtual TPM and measured boot show software that slipped in below the operating system.
# custom:
#   id: machine-verifies-its-boot
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: unauthorized software below the operating system is noticed}
#   tests: design
#   reads: [secure_boot, vtpm, integrity_monitoring]
#   remediation:
#     terraform: "add `shielded_instance_config`, and leave `enable_vtpm` and `enable_integrity_monitoring` on in it"
#   aliases:
#     checkov: [CKV_GCP_39]
#     trivy: [AVD-GCP-0041, AVD-GCP-0045, GCP-0041, GCP-0045]
#     tfsec: [google-compute-enable-shielded-vm-vtpm, google-compute-enable-shielded-vm-im]
#     kics: [1b44e234-3d73-41a8-9954-0b154135280e] # in parts
#     prowler: [compute_instance_shielded_vm_enabled]
#   since: "0.1.0"
package gapcheck.machine.verifies_its_boot

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.secure_boot)
}

# Where nothing is said of a shield, the image decides whether there is one.
deny contains {"subject": machine.id, "path": ["vtpm"], "message": message} if {
	some machine in input.machine
	is_boolean(machine.secure_boot)
	not machine.vtpm
	message := sprintf("%s states no virtual TPM", [machine.name])
}

deny contains {"subject": machine.id, "path": ["integrity_monitoring"], "message": message} if {
	some machine in input.machine
	machine.integrity_monitoring == false
	message := sprintf("%s does not check the measurements of its boot", [machine.name])
}
