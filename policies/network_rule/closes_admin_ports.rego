# METADATA
# title: Firewall rules do not open SSH or RDP to the internet
# description: Remote administration that any address can reach is the most common way in from outside the boundary.
# custom:
#   id: network-rule-closes-admin-ports
#   severity: critical
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: ports for administration must not stand open at the boundary}
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: remote access must come through a guarded way in}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless]
#   remediation:
#     kubernetes: "limit `ipBlock.cidr` in the NetworkPolicy to your own addresses, or leave the port out"
#     cloudformation: "limit `CidrIp` to your own addresses, or close the port and administer through Session Manager or a bastion"
#     terraform: "limit the sources to your own addresses, or close the port and administer through a session manager, bastion or identity-aware proxy"
#   aliases:
#     checkov: [CKV_AWS_24, CKV_AWS_25, CKV_AZURE_9, CKV_AZURE_10, CKV_GCP_2, CKV_GCP_3]
#     trivy: [AVD-AWS-0107, AWS-0107, AVD-AZU-0048, AVD-AZU-0050, AZU-0048, AZU-0050, AVD-GCP-0070, AVD-GCP-0071,
#       GCP-0070, GCP-0071]
#     tfsec: [aws-ec2-no-public-ingress-sgr, aws-vpc-no-public-ingress-sgr, azure-network-disable-rdp-from-internet,
#       azure-network-ssh-blocked-from-internet]
#     kics: [65905cec-d691-4320-b320-2000436cb696, 151187cb-0efc-481c-babd-ad24e3c9bc22,
#       efbf6449-5ec5-4cfe-8f15-acc51e0d787c, 3e3c175e-aadf-4e2b-a464-3fdac5748d24,
#       c4dcdcdf-10dd-4bf4-b4a0-8f6239e6aaa0, 678fd659-96f2-454a-a2a0-c2571f83a4a3,
#       6e856af2-62d7-4ba2-adc1-73b62cef9cc1, 3ae83918-7ec7-4cb8-80db-b91ef0f94002]
#     prowler: [ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22,
#       ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389, network_rdp_internet_access_restricted,
#       network_ssh_internet_access_restricted, compute_firewall_ssh_access_from_the_internet_allowed,
#       compute_firewall_rdp_access_from_the_internet_allowed]
#     powerpipe: [vpc_security_group_restrict_ingress_ssh_all, vpc_security_group_restrict_ingress_common_ports_all]
#   since: "0.1.0"
package gapcheck.network_rule.closes_admin_ports

# Numbers of ports that people administer machines through.
_admin_ports := {22: "SSH", 3389: "RDP"}

# How the providers write every address there is.
_anywhere := {"0.0.0.0/0", "::/0", "*", "internet", "any"}

subjects contains rule.id if {
	some rule in input.network_rule
	_admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	_admits(rule)
	some index, source in rule.sources
	lower(source) in _anywhere
	opened := [name | some port, name in _admin_ports; _reaches(rule, port)]
	count(opened) > 0
	message := sprintf("%s opens %s to %s", [rule.name, concat(" and ", opened), source])
}

_reaches(rule, port) if {
	rule.protocol in {"tcp", "all"}
	rule.from_port <= port
	rule.to_port >= port
}

_admits(rule) if {
	rule.direction == "ingress"
	rule.action == "allow"
	not _off(rule)
	not rule.stateless
}

_off(rule) if rule.enabled == false
