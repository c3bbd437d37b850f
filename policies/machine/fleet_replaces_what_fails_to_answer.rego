# METADATA
# title: Groups of machines behind a load balancer replace those that fail to answer
# description: A machine that runs and does not answer stays in the group as long as only its power is watched.
# custom:
#   id: machine-fleet-replaces-what-fails-to-answer
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: what does not answer is replaced without anybody's help}
#   tests: design
#   reads: [fleet, balanced, health_check]
#   remediation:
#     cloudformation: "set `HealthCheckType: ELB`"
#     terraform: "set `health_check_type = \"ELB\"`"
#   aliases:
#     checkov: [CKV2_AWS_15]
#     prowler: [autoscaling_group_elb_health_check_enabled]
#   since: "0.1.0"
package gapcheck.machine.fleet_replaces_what_fails_to_answer

subjects contains machine.id if {
	some machine in input.machine
	_in_scope(machine)
}

deny contains {"subject": machine.id, "path": ["health_check"], "message": message} if {
	some machine in input.machine
	_in_scope(machine)
	not contains(machine.health_check, "elb")
	message := sprintf("%s keeps machines that fail to answer", [machine.name])
}

_in_scope(machine) if {
	machine.fleet == true
	machine.balanced == true
}
