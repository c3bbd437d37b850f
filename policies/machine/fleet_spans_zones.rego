# METADATA
# title: Groups of machines span more than one zone
# description: "When a zone fails, a group that stands in it alone is gone with it."
# custom:
#   id: machine-fleet-spans-zones
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: primary, because: the service survives the loss of a zone}
#     - {id: CC9.1, aspect: redundancy, strength: supporting, because: a local disruption does not stop the service}
#   tests: design
#   reads: [fleet, zones]
#   remediation:
#     cloudformation: "list subnets of several zones in `VPCZoneIdentifier`"
#     terraform: "list subnets of several zones in `vpc_zone_identifier`; with Google, make it a `google_compute_region_instance_group_manager`"
#   aliases:
#     prowler: [autoscaling_group_multiple_az, compute_instance_group_multiple_zones]
#   since: "0.1.0"
package gapcheck.machine.fleet_spans_zones

subjects contains machine.id if {
	some machine in input.machine
	machine.fleet == true
}

deny contains {"subject": machine.id, "path": ["zones"], "message": message} if {
	some machine in input.machine
	machine.fleet == true
	count(machine.zones) == 1
	message := sprintf("%s stands in one zone only", [machine.name])
}
