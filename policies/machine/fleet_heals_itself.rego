# METADATA
# title: Groups of machines replace those that fail a check of the service
# description: A machine that runs and does not answer stays in the group as long as nothing asks it.
# custom:
#   id: machine-fleet-heals-itself
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: a machine that stopped answering is replaced without anybody's help}
#   tests: design
#   reads: [fleet, heals]
#   remediation:
#     terraform: "add `auto_healing_policies` with a `health_check` and an `initial_delay_sec`"
#   aliases:
#     prowler: [compute_instance_group_autohealing_enabled]
#   since: "0.1.0"
package gapcheck.machine.fleet_heals_itself

subjects contains machine.id if {
	some machine in input.machine
	machine.fleet == true
	is_boolean(machine.heals)
}

deny contains {"subject": machine.id, "path": ["heals"], "message": message} if {
	some machine in input.machine
	machine.fleet == true
	machine.heals == false
	message := sprintf("%s keeps machines that fail to answer", [machine.name])
}
