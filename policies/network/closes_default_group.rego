# METADATA
# title: The default security group of each VPC allows nothing
# description: "What nobody gave a group lands in the default one, which lets its members talk to each other and to everybody outside."
# custom:
#   id: network-closes-default-group
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: a forgotten group must not open the boundary}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: access must be given on purpose and not by default}
#   tests: design
#   reads: [default_group_closed]
#   remediation:
#     terraform: "adopt it with an `aws_default_security_group` that names the VPC and has no `ingress` or `egress`"
#   aliases:
#     checkov: [CKV2_AWS_12]
#     trivy: [AVD-AWS-0173, AWS-0173]
#     kics: [9a4ef195-74b9-4c58-b8ed-2b2fe4353a75, 46883ce1-dc3e-4b17-9195-c6a601624c73]
#     prowler: [ec2_securitygroup_default_restrict_traffic]
#     powerpipe: [vpc_default_security_group_restricts_all_traffic]
#   since: "0.1.0"
package gapcheck.network.closes_default_group

subjects contains network.id if {
	some network in input.network
	is_boolean(network.default_group_closed)
}

deny contains {"subject": network.id, "path": ["default_group_closed"], "message": message} if {
	some network in input.network
	network.default_group_closed == false
	message := sprintf("the default security group of %s lets traffic through", [network.name])
}
