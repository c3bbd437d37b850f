# METADATA
# title: "Brokers speak TLS alone, with clients and with each other"
# description: Messages that travel in the clear can be read and changed by anyone on the way.
# custom:
#   id: queue-requires-tls
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: messages travel encrypted}
#   tests: design
#   reads: [tls_required]
#   remediation:
#     cloudformation: "set `EncryptionInTransit: {ClientBroker: TLS, InCluster: true}`"
#     terraform: "set `encryption_in_transit { client_broker = \"TLS\", in_cluster = true }`"
#   aliases:
#     trivy: [AVD-AWS-0073, AWS-0073]
#     tfsec: [aws-msk-enable-in-transit-encryption]
#   since: "0.1.0"
package gapcheck.queue.requires_tls

subjects contains queue.id if {
	some queue in input.queue
	is_boolean(queue.tls_required)
}

deny contains {"subject": queue.id, "path": ["tls_required"], "message": message} if {
	some queue in input.queue
	queue.tls_required == false
	message := sprintf("%s takes messages in plain text", [queue.name])
}
