# METADATA
# title: Firewall rules open no UDP services to the internet
# description: "Senders of UDP can be forged, and open services of that kind are used to drown others in answers."
# custom:
#   id: network-rule-opens-no-udp
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: openings at the boundary are those that the service needs}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless, priority, firewall, for_all]
#   remediation:
#     terraform: "name the source ranges that need the service, or close the port"
#   aliases:
#     checkov: [CKV_AZURE_77]
#   since: "0.1.0"
package gapcheck.network_rule.opens_no_udp

import data.gapcheck.lib.openings

subjects contains rule.id if {
	some rule in input.network_rule
	openings.admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	openings.admits(rule)
	rule.protocol == "udp"
	some index in openings.everywhere(rule)
	not openings.is_overruled(rule, index, "udp", [rule.from_port, rule.to_port])
	source := rule.sources[index]
	message := sprintf("%s opens UDP to %s", [rule.name, source])
}
