# METADATA
# title: Subnets stand behind a security group
# description: Without a group every machine in the subnet answers on every port that it opens.
# custom:
#   id: network-stands-behind-a-security-group
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: traffic to the subnet is filtered}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: subnets are kept apart}
#   tests: design
#   reads: [security_group]
#   remediation:
#     terraform: "add an `azurerm_subnet_network_security_group_association` for the subnet"
#   aliases:
#     checkov: [CKV2_AZURE_31]
#   since: "0.1.0"
package gapcheck.network.stands_behind_a_security_group

subjects contains network.id if {
	some network in input.network
	is_boolean(network.security_group)
}

deny contains {"subject": network.id, "path": ["security_group"], "message": message} if {
	some network in input.network
	network.security_group == false
	message := sprintf("nothing filters what comes to %s", [network.name])
}
