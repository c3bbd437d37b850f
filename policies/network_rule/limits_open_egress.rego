# METADATA
# title: Security groups do not let everything out to everywhere
# description: "Whoever breaks in carries data out, and loads tools, by any way that stands open."
# custom:
#   id: network-rule-limits-open-egress
#   severity: low
#   criteria:
#     - {id: CC6.7, aspect: egress, strength: primary, because: data leave by the ways that were meant}
#   tests: design
#   reads: [direction, action, protocol, destinations, stateless]
#   remediation:
#     cloudformation: "name `IpProtocol`, ports and destinations that the service needs in `SecurityGroupEgress`"
#     terraform: "name protocol, ports and destinations that the service needs in `egress`"
#   aliases:
#     checkov: [CKV_AWS_382]
#     kics: [66f2d8f9-a911-4ced-ae27-34f09690bb2c]
#   since: "0.1.0"
package gapcheck.network_rule.limits_open_egress

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0"}

subjects contains rule.id if {
	some rule in input.network_rule
	_lets_out(rule)
}

deny contains {"subject": rule.id, "path": ["destinations", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	_lets_out(rule)
	rule.protocol == "all"
	some index, destination in rule.destinations
	destination in _anywhere
	message := sprintf("%s lets everything out to %s", [rule.name, destination])
}

_lets_out(rule) if {
	rule.provider == "aws"
	rule.direction == "egress"
	rule.action == "allow"
	not rule.stateless
}
