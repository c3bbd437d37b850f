# METADATA
# title: Message namespaces are reached from inside only
# description: A leaked key is useless from a network that the namespace does not answer.
# custom:
#   id: queue-stays-off-the-internet
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: messages are reached from inside only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: messages are kept apart from the public network}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     terraform: "set `public_network_access_enabled = false`, and add an `azurerm_private_endpoint`"
#   aliases:
#     checkov: [CKV_AZURE_204]
#   since: "0.1.0"
package gapcheck.queue.stays_off_the_internet

subjects contains queue.id if {
	some queue in input.queue
	is_boolean(queue.public_network_access)
}

deny contains {"subject": queue.id, "path": ["public_network_access"], "message": message} if {
	some queue in input.queue
	queue.public_network_access == true
	message := sprintf("%s answers every network", [queue.name])
}
