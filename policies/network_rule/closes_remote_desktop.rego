# METADATA
# title: Firewall rules do not open the remote desktop to the internet
# description: Desktops that any address can reach are guessed open or broken into within hours.
# custom:
#   id: network-rule-closes-remote-desktop
#   severity: critical
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: desktops of machines must not stand open at the boundary}
#     - {id: CC6.6, aspect: remote-access, strength: supporting, because: people reach a desktop through a guarded way in}
#   tests: design
#   reads: [direction, action, protocol, from_port, to_port, sources, enabled, stateless, priority, firewall, for_all]
#   remediation:
#     kubernetes: "limit `ipBlock.cidr` in the NetworkPolicy to your own addresses, or leave the port out"
#     cloudformation: "limit `CidrIp` to your own addresses, or close the port and administer through Session Manager or a bastion"
#     terraform: "limit the sources to your own addresses, or close the port and administer through a session manager, bastion or identity-aware proxy"
#   aliases:
#     checkov: [CKV_AWS_25, CKV_AZURE_9, CKV_GCP_3]
#     trivy: [AVD-AZU-0048, AZU-0048, AVD-GCP-0070, GCP-0070, AVD-AWS-0107, AWS-0107]
#     tfsec: [azure-network-disable-rdp-from-internet, aws-ec2-no-public-ingress-sgr, aws-vpc-no-public-ingress-sgr]
#     kics: [151187cb-0efc-481c-babd-ad24e3c9bc22, efbf6449-5ec5-4cfe-8f15-acc51e0d787c,
#       678fd659-96f2-454a-a2a0-c2571f83a4a3, 3ae83918-7ec7-4cb8-80db-b91ef0f94002]
#     prowler: [ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389,
#       network_rdp_internet_access_restricted, compute_firewall_rdp_access_from_the_internet_allowed]
#     powerpipe: [vpc_security_group_restrict_ingress_common_ports_all]
#   since: "0.1.0"
package gapcheck.network_rule.closes_remote_desktop

import data.gapcheck.lib.openings

subjects contains rule.id if {
	some rule in input.network_rule
	openings.admits(rule)
}

deny contains {"subject": rule.id, "path": ["sources", sprintf("%d", [index])], "message": message} if {
	some rule in input.network_rule
	openings.admits(rule)
	openings.reaches(rule, 3389)
	some index in openings.everywhere(rule)
	not openings.is_overruled(rule, index, "tcp", [3389, 3389])
	message := sprintf("%s opens the remote desktop to %s", [rule.name, rule.sources[index]])
}
