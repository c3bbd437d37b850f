# METADATA
# title: Machines are measured by the minute
# description: "With a value every five minutes, an overload or an attack is half over before an alarm can fire."
# custom:
#   id: machine-is-measured-by-the-minute
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: capacity-alarms, strength: supporting, because: alarms on capacity get their measures in time}
#     - {id: CC7.2, aspect: alarms, strength: supporting, because: an unusual load shows while it lasts}
#   tests: design
#   reads: [detailed_monitoring]
#   remediation:
#     cloudformation: "set `Monitoring: true` on the instance, or `Monitoring: {Enabled: true}` in the launch template"
#     terraform: "set `monitoring = true` on the instance, or `monitoring { enabled = true }` in the launch template"
#   aliases:
#     checkov: [CKV_AWS_126]
#   since: "0.1.0"
package gapcheck.machine.is_measured_by_the_minute

subjects contains machine.id if {
	some machine in input.machine
	is_boolean(machine.detailed_monitoring)
}

deny contains {"subject": machine.id, "path": ["detailed_monitoring"], "message": message} if {
	some machine in input.machine
	machine.detailed_monitoring == false
	message := sprintf("%s is measured every five minutes only", [machine.name])
}
