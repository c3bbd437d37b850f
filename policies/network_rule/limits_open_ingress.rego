# METADATA
# title: "Firewall rules do not open all ports, or ports of data stores and inside services, to the internet"
# description: "A boundary that lets everybody reach everything filters nothing, and data stores and services for the inside are not built to face the internet."
# custom:
#   id: network-rule-limits-open-ingress
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: openings at the boundary must name the ports that the service needs}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: data stores must not be reachable by everybody}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless, priority, firewall, for_all]
#   remediation:
#     cloudformation: "open only the ports that must face the internet, and name `SourceSecurityGroupId` or your ranges for all others"
#     terraform: "open only the ports that must face the internet, and name the source ranges or groups for all others"
#   aliases:
#     checkov: [CKV_AWS_277, CKV2_GCP_12, CKV_GCP_88]
#     kics: [4728cd65-a20c-49da-8b31-9c08b423e4db, 381c3f2a-ef6f-4eff-99f7-b169cda3422c,
#       594c198b-4d79-41b8-9b36-fde13348b619, 22ef1d26-80f8-4a6c-8c15-f35aab3cac78,
#       4a1e6b34-1008-4e61-a5f2-1f7c276f8d14, e415f8d3-fc2b-4f52-88ab-1129e8c8d3f5,
#       adcd0082-e90b-4b63-862b-21899f6e6a48]
#     prowler: [ec2_securitygroup_allow_ingress_from_internet_to_all_ports,
#       ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports,
#       ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306,
#       ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432,
#       ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379,
#       ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018,
#       network_udp_internet_access_restricted, network_http_internet_access_restricted]
#     powerpipe: [vpc_security_group_restrict_ingress_tcp_udp_all]
#     tfsec: [azure-network-no-public-ingress]
#     trivy: [AVD-GCP-0072, GCP-0072]
#   since: "0.1.0"
package gapcheck.network_rule.limits_open_ingress

import data.gapcheck.lib.openings

# Numbers of ports that data stores, their managers and services for the inside listen on, lowest first.
_inside_ports := [
	20, 21, 23, 69, 110, 111, 135, 137, 138, 139, 143, 161, 389, 445, 512, 513, 514, 636, 873, 1433, 1434, 1521, 2049,
	2375, 2376, 2379, 2382, 2383, 2484, 3020, 3306, 4505, 4506, 5432, 5500, 5601, 5900, 5984, 6379, 7000, 7001, 7199,
	8086, 8140, 9000, 9042, 9090, 9092, 9160, 9200, 9300, 10250, 11211, 11214, 11215, 26257, 27017, 27018, 28015, 50000,
	50070, 61620, 61621,
]

subjects contains rule.id if {
	some rule in input.network_rule
	openings.admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	openings.admits(rule)
	some index in openings.everywhere(rule)
	not openings.is_overruled(rule, index, rule.protocol, [rule.from_port, rule.to_port])
	source := rule.sources[index]
	message := sprintf("%s opens %s to %s", [rule.name, _opening(rule, index), source])
}

_opening(rule, _) := "every port" if _opens_all(rule)

_opening(rule, index) := sprintf("port %d", [reached[0]]) if {
	not _opens_all(rule)
	rule.protocol in {"tcp", "udp", "all"}
	reached := [port |
		some port in _inside_ports
		rule.from_port <= port
		rule.to_port >= port
		not openings.is_overruled(rule, index, rule.protocol, [port, port])
	]
}

_opens_all(rule) if {
	rule.protocol in {"tcp", "udp", "all"}
	rule.from_port <= 1
	rule.to_port == 65535
}
