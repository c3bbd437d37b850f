# METADATA
# title: Registries are reached from inside only
# description: "Images hold code, and a leaked password is useless from a network that the registry does not answer."
# custom:
#   id: registry-stays-off-the-internet
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: images are reached from inside only}
#     - {id: C1.1, aspect: protection, strength: supporting, because: code is kept apart from the public network}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     terraform: "set `public_network_access_enabled = false` on `azurerm_container_registry` with the sku `Premium`, and add an `azurerm_private_endpoint`"
#   aliases:
#     checkov: [CKV_AZURE_139]
#   since: "0.1.0"
package gapcheck.registry.stays_off_the_internet

subjects contains registry.id if {
	some registry in input.registry
	is_boolean(registry.public_network_access)
}

deny contains {"subject": registry.id, "path": ["public_network_access"], "message": message} if {
	some registry in input.registry
	registry.public_network_access == true
	message := sprintf("%s answers every network", [registry.name])
}
