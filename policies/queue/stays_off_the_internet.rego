# METADATA
# title: "Queues, brokers and streams are reached from inside only"
# description: A leaked key is useless from a network that does not get an answer.
# custom:
#   id: queue-stays-off-the-internet
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: messages are reached from inside only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: messages are kept apart from the public network}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     cloudformation: "set `PubliclyAccessible: false` on brokers, and leave `PublicAccess` of Kafka at `DISABLED`"
#     terraform: "Azure: set `public_network_access_enabled = false`, and add an `azurerm_private_endpoint`; AWS: set `publicly_accessible = false` on brokers, and leave `public_access` of Kafka at `DISABLED`"
#   aliases:
#     checkov: [CKV_AZURE_204, CKV_AWS_69, CKV_AWS_291]
#     trivy: [AVD-AWS-0072, AWS-0072]
#     tfsec: [aws-mq-no-public-access]
#     kics: [4eb5f791-c861-4afd-9f94-f2a6a3fe49cb]
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
