# METADATA
# title: Firewall rules open no UDP services to the internet
# description: "Senders of UDP can be forged, and open services of that kind are used to drown others in answers."
# custom:
#   id: network-rule-opens-no-udp
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: openings at the boundary are those that the service needs}
#   tests: design
#   reads: [direction, action, protocol, sources, enabled, stateless]
#   remediation:
#     terraform: "name the source ranges that need the service, or close the port"
#   aliases:
#     checkov: [CKV_AZURE_77]
#   since: "0.1.0"
package gapcheck.network_rule.opens_no_udp

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0", "*", "internet", "any"}

subjects contains rule.id if {
	some rule in input.network_rule
	_admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	_admits(rule)
	rule.protocol == "udp"
	some index, source in rule.sources
	lower(source) in _anywhere
	message := sprintf("%s opens UDP to %s", [rule.name, source])
}

_admits(rule) if {
	rule.direction == "ingress"
	rule.action == "allow"
	not _off(rule)
	not rule.stateless
}

_off(rule) if rule.enabled == false
