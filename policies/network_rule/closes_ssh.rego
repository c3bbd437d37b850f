# METADATA
# title: Firewall rules do not open SSH to the internet
# description: Remote administration that any address can reach is the most common way in from outside the boundary.
# custom:
#   id: network-rule-closes-ssh
#   severity: critical
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: ports for administration must not stand open at the boundary}
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: remote access must come through a guarded way in}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless, priority, firewall, for_all]
#   remediation:
#     kubernetes: "limit `ipBlock.cidr` in the NetworkPolicy to your own addresses, or leave the port out"
#     cloudformation: "limit `CidrIp` to your own addresses, or close the port and administer through Session Manager or a bastion"
#     terraform: "limit the sources to your own addresses, or close the port and administer through a session manager, bastion or identity-aware proxy"
#   aliases:
#     checkov: [CKV_AWS_24, CKV_AZURE_10, CKV_GCP_2]
#     trivy: [AVD-AZU-0050, AZU-0050, AVD-GCP-0071, GCP-0071, AVD-AWS-0107, # in parts
#       AWS-0107] # in parts
#     tfsec: [azure-network-ssh-blocked-from-internet, aws-ec2-no-public-ingress-sgr, # in parts
#       aws-vpc-no-public-ingress-sgr] # in parts
#     kics: [65905cec-d691-4320-b320-2000436cb696, 3e3c175e-aadf-4e2b-a464-3fdac5748d24,
#       c4dcdcdf-10dd-4bf4-b4a0-8f6239e6aaa0, 6e856af2-62d7-4ba2-adc1-73b62cef9cc1]
#     prowler: [ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22,
#       network_ssh_internet_access_restricted, compute_firewall_ssh_access_from_the_internet_allowed]
#     powerpipe: [vpc_security_group_restrict_ingress_ssh_all, vpc_security_group_restrict_ingress_common_ports_all] # in parts
#   since: "0.1.0"
package gapcheck.network_rule.closes_ssh

import data.gapcheck.lib.openings

subjects contains rule.id if {
	some rule in input.network_rule
	openings.admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	openings.admits(rule)
	openings.reaches(rule, 22)
	some index in openings.everywhere(rule)
	not openings.is_overruled(rule, index, "tcp", [22, 22])
	message := sprintf("%s opens SSH to %s", [rule.name, rule.sources[index]])
}
