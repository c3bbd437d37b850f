# METADATA
# title: Machines keep their serial console closed
# description: "The console has no firewall: whoever holds a key of the project reaches it from every address."
# custom:
#   id: machine-closes-its-serial-console
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: remote-access, strength: primary, because: remote access comes through a guarded way in}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: no way in passes the firewall}
#   tests: design
#   reads: [serial_console]
#   remediation:
#     terraform: "leave `serial-port-enable` out of the metadata, and set it for the hours of a repair only"
#   aliases:
#     checkov: [CKV_GCP_35]
#     trivy: [AVD-GCP-0032, GCP-0032]
#     tfsec: [google-compute-no-serial-port]
#     kics: [97fa667a-d05b-4f16-9071-58b939f34751]
#     prowler: [compute_instance_serial_ports_in_use]
#   since: "0.1.0"
package gapcheck.machine.closes_its_serial_console

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.serial_console)
}

deny contains {"subject": machine.id, "path": ["serial_console"], "message": message} if {
	some machine in input.machine
	machine.serial_console == true
	message := sprintf("%s opens its serial console", [machine.name])
}
