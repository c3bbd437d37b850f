# METADATA
# title: Network access lists do not let the internet in at every port
# description: A list that lets everything in filters nothing.
# custom:
#   id: network-rule-lists-open-named-ports
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: the network itself keeps out what it does not serve}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, stateless]
#   remediation:
#     cloudformation: "name `Protocol` and `PortRange` of what the subnet serves"
#     terraform: "name `protocol`, `from_port` and `to_port` of what the subnet serves"
#   aliases:
#     checkov: [CKV_AWS_352]
#     prowler: [ec2_networkacl_allow_ingress_any_port]
#   since: "0.1.0"
package gapcheck.network_rule.lists_open_named_ports

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0"}

subjects contains rule.id if {
	some rule in input.network_rule
	_admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	_admits(rule)
	rule.protocol in {"tcp", "udp", "all"}
	rule.from_port <= 1
	rule.to_port == 65535
	some index, source in rule.sources
	source in _anywhere
	message := sprintf("%s opens every port to %s", [rule.name, source])
}

_admits(rule) if {
	rule.stateless == true
	rule.direction == "ingress"
	rule.action == "allow"
}
