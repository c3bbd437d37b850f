# METADATA
# title: Machines boot software only that is signed
# description: What slips in below the operating system is seen by nothing above it.
# custom:
#   id: machine-boots-signed-software
#   severity: medium
#   criteria:
#     - {id: CC6.8, aspect: integrity, strength: primary, because: software that nobody signed does not start}
#   tests: design
#   reads: [secure_boot]
#   remediation:
#     terraform: "set `enable_secure_boot = true` in `shielded_instance_config`"
#   aliases:
#     trivy: [AVD-GCP-0067, GCP-0067]
#     kics: [1b44e234-3d73-41a8-9954-0b154135280e]
#   since: "0.1.0"
package gapcheck.machine.boots_signed_software

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.secure_boot)
}

deny contains {"subject": machine.id, "path": ["secure_boot"], "message": message} if {
	some machine in input.machine
	machine.secure_boot == false
	message := sprintf("%s boots software that nobody signed", [machine.name])
}
