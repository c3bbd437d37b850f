# METADATA
# title: Topics and message namespaces are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: queue-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads the data, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data get a lock of their own}
#   tests: design
#   reads: [form, kms_key]
#   remediation:
#     terraform: "Azure: add `customer_managed_key` to `azurerm_servicebus_namespace` (sku `Premium`); Google: set `kms_key_name` on `google_pubsub_topic`"
#   aliases:
#     checkov: [CKV_AZURE_201, CKV_GCP_83]
#   since: "0.1.0"
package gapcheck.queue.keeps_own_key

subjects contains queue.id if {
	some queue in input.queue
	_in_scope(queue)
}

deny contains {"subject": queue.id, "path": ["kms_key"], "message": message} if {
	some queue in input.queue
	_in_scope(queue)
	not queue.kms_key
	message := sprintf("%s is encrypted with a key of the provider", [queue.name])
}

# Event hubs have their key from another resource, and queues of AWS are asked elsewhere.
_in_scope(queue) if {
	queue.provider == "google"
	queue.form == "topic"
}

_in_scope(queue) if queue.type == "azurerm_servicebus_namespace"
