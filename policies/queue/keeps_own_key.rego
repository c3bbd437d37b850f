# METADATA
# title: "Queues, topics, streams and namespaces are encrypted with a key of one's own"
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
#     cloudformation: "name a key of yours in `KmsMasterKeyId` or in `StreamEncryption: {EncryptionType: KMS, KeyId}`"
#     terraform: "AWS: name a key of yours in `kms_master_key_id` or `kms_key_id`, in `server_side_encryption { key_arn = ... }` of Firehose, and in `encryption_options` of brokers; Azure: add `customer_managed_key` to `azurerm_servicebus_namespace` (sku `Premium`); Google: set `kms_key_name` on `google_pubsub_topic`"
#   aliases:
#     checkov: [CKV_AZURE_201, CKV_GCP_83, CKV2_AWS_73, CKV_AWS_185, CKV_AWS_209, CKV_AWS_241]
#     trivy: [AVD-AWS-0135, AWS-0135, AVD-AWS-0136, AWS-0136]
#     tfsec: [aws-sqs-queue-encryption-use-cmk, aws-sns-topic-encryption-use-cmk]
#   since: "0.1.0"
package gapcheck.queue.keeps_own_key

subjects contains queue.id if {
	some queue in input.queue
	_in_scope(queue)
}

deny contains {"subject": queue.id, "path": ["kms_key"], "message": message} if {
	some queue in input.queue
	_in_scope(queue)
	_has_no_key(queue)
	message := sprintf("%s is encrypted with a key of the provider", [queue.name])
}

# Event hubs have their key from another resource.
_in_scope(queue) if {
	queue.provider == "google"
	queue.form == "topic"
}

_in_scope(queue) if queue.type == "azurerm_servicebus_namespace"

_in_scope(queue) if {
	queue.provider == "aws"
	queue.form in {"broker", "queue", "stream", "topic"}
}

_has_no_key(queue) if not queue.kms_key

# Keys under these names are those of Amazon.
_has_no_key(queue) if contains(queue.kms_key, "alias/aws/")
