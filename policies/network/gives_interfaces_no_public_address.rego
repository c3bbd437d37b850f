# METADATA
# title: Network interfaces have no public address
# description: What has none is reached only through entry points that are managed and watched.
# custom:
#   id: network-gives-interfaces-no-public-address
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: machines stand behind the boundary and not on it}
#   tests: design
#   reads: [public_ip]
#   remediation:
#     terraform: "remove `public_ip_address_id`; put a load balancer, gateway or bastion in front"
#   aliases:
#     checkov: [CKV_AZURE_119]
#     trivy: [AVD-AZU-0076, AZU-0076]
#     kics: [c1573577-e494-4417-8854-7e119368dc8b]
#   since: "0.1.0"
package gapcheck.network.gives_interfaces_no_public_address

subjects contains network.id if {
	some network in input.network
	is_boolean(network.public_ip)
}

deny contains {"subject": network.id, "path": ["public_ip"], "message": message} if {
	some network in input.network
	network.public_ip == true
	message := sprintf("%s has a public address", [network.name])
}
