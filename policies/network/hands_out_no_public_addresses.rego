# METADATA
# title: Subnets do not hand out public addresses
# description: A machine that gets a public address without asking stands on the internet before anybody decided so.
# custom:
#   id: network-hands-out-no-public-addresses
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: a machine stands on the internet only where somebody decided it}
#   tests: design
#   reads: [assigns_public_ip]
#   remediation:
#     cloudformation: "leave `MapPublicIpOnLaunch` off"
#     terraform: "leave `map_public_ip_on_launch` off"
#   aliases:
#     checkov: [CKV_AWS_130]
#     trivy: [AVD-AWS-0164, AWS-0164]
#     tfsec: [aws-ec2-no-public-ip-subnet]
#     kics: [52f04a44-6bfa-4c41-b1d3-4ae99a2de05c, b3de4e4c-14be-4159-b99d-9ad194365e4c]
#     prowler: [vpc_subnet_no_public_ip_by_default]
#   since: "0.1.0"
package gapcheck.network.hands_out_no_public_addresses

subjects contains network.id if {
	some network in input.network
	is_boolean(network.assigns_public_ip)
}

deny contains {"subject": network.id, "path": ["assigns_public_ip"], "message": message} if {
	some network in input.network
	network.assigns_public_ip == true
	message := sprintf("%s gives every machine a public address", [network.name])
}
