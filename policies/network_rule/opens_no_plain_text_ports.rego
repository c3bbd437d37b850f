# METADATA
# title: Firewall rules open no ports for plain text to the internet
# description: "FTP, Telnet and HTTP carry passwords and data that anybody on the way can read."
# custom:
#   id: network-rule-opens-no-plain-text-ports
#   severity: low
#   criteria:
#     - {id: CC6.7, aspect: transfer-rules, strength: supporting, because: what crosses the boundary does so encrypted}
#     - {id: CC6.6, aspect: firewall-rules, strength: supporting, because: openings at the boundary are those that the service needs}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless, priority, firewall, for_all]
#   remediation:
#     cloudformation: "open 443 in place of 80, SFTP in place of FTP and SSH from known addresses in place of Telnet; or waive a port that only redirects"
#     terraform: "open 443 in place of 80, SFTP in place of FTP and SSH from known addresses in place of Telnet; or waive a port that only redirects"
#   aliases:
#     checkov: [CKV_AZURE_160, CKV_GCP_75, CKV_GCP_77, CKV_GCP_106, CKV_AWS_260]
#   since: "0.1.0"
package gapcheck.network_rule.opens_no_plain_text_ports

import data.gapcheck.lib.openings

# Numbers of ports whose protocols carry plain text.
_plain_ports := {20: "FTP data", 21: "plain FTP", 23: "Telnet sessions", 80: "plain HTTP"}

subjects contains rule.id if {
	some rule in input.network_rule
	openings.admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	openings.admits(rule)
	some index in openings.everywhere(rule)
	source := rule.sources[index]
	opened := [name |
		some port, name in _plain_ports
		openings.reaches(rule, port)
		not openings.is_overruled(rule, index, "tcp", [port, port])
	]
	count(opened) > 0
	message := sprintf("%s opens %s to %s", [rule.name, concat(" and ", opened), source])
}
