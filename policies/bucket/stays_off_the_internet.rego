# METADATA
# title: Storage accounts are reached from inside only
# description: A leaked key or link is useless from a network that the account does not answer.
# custom:
#   id: bucket-stays-off-the-internet
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: stored objects are reached from inside only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: stores of data are kept apart from the public network}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     terraform: "set `public_network_access_enabled = false`, and add an `azurerm_private_endpoint`"
#   aliases:
#     checkov: [CKV_AZURE_59]
#   since: "0.1.0"
package gapcheck.bucket.stays_off_the_internet

subjects contains bucket.id if {
	some bucket in input.bucket
	is_boolean(bucket.public_network_access)
}

deny contains {"subject": bucket.id, "path": ["public_network_access"], "message": message} if {
	some bucket in input.bucket
	bucket.public_network_access == true
	message := sprintf("%s answers networks outside", [bucket.name])
}
