# METADATA
# title: Message namespaces sign in to others as an identity that the platform keeps
# description: A password that nobody holds cannot leak.
# custom:
#   id: queue-runs-as-managed-identity
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: the namespace signs in without a secret}
#   tests: design
#   reads: [managed_identity]
#   remediation:
#     terraform: "add an `identity` block to `azurerm_servicebus_namespace` or `azurerm_eventhub_namespace`"
#   aliases:
#     checkov: [CKV_AZURE_202]
#   since: "0.1.0"
package gapcheck.queue.runs_as_managed_identity

subjects contains queue.id if {
	some queue in input.queue
	is_boolean(queue.managed_identity)
}

deny contains {"subject": queue.id, "path": ["managed_identity"], "message": message} if {
	some queue in input.queue
	queue.managed_identity == false
	message := sprintf("%s has no identity of its own", [queue.name])
}
