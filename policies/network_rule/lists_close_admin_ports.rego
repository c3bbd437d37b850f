# METADATA
# title: "Network access lists do not open SSH, RDP or FTP to the internet"
# description: A list that lets everybody through leaves the group of each machine as the only wall.
# custom:
#   id: network-rule-lists-close-admin-ports
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: supporting, because: ports for administration are closed at the network as well}
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: the network itself keeps strangers away from its machines}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, stateless]
#   remediation:
#     cloudformation: "limit `CidrBlock` of the entry to your own addresses"
#     terraform: "limit `cidr_block` of the entry to your own addresses"
#   aliases:
#     checkov: [CKV_AWS_229, CKV_AWS_230, CKV_AWS_231, CKV_AWS_232]
#     kics: [3af7f2fd-06e6-4dab-b996-2912bea19ba4, a20be318-cac7-457b-911d-04cc6e812c25]
#     prowler: [ec2_networkacl_allow_ingress_tcp_port_22, ec2_networkacl_allow_ingress_tcp_port_3389]
#   since: "0.1.0"
package gapcheck.network_rule.lists_close_admin_ports

# Ports that people administer machines and copy files through: FTP, SSH and RDP.
_admin_ports := [20, 21, 22, 3389]

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0"}

subjects contains rule.id if {
	some rule in input.network_rule
	_admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	_admits(rule)
	some index, source in rule.sources
	source in _anywhere
	opened := [port | some port in _admin_ports; _reaches(rule, port)]
	message := sprintf("%s opens port %d to %s", [rule.name, opened[0], source])
}

_reaches(rule, port) if {
	rule.protocol in {"tcp", "all"}
	rule.from_port <= port
	rule.to_port >= port
}

_admits(rule) if {
	rule.stateless == true
	rule.direction == "ingress"
	rule.action == "allow"
}
