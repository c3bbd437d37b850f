# METADATA
# title: "Queues, topics and streams encrypt messages at rest"
# description: Messages carry the same data as the stores that they connect.
# custom:
#   id: queue-encrypts-messages
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: waiting messages must be encrypted}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential messages are protected at rest}
#   tests: design
#   reads: [form, encrypted]
#   remediation:
#     cloudformation: "set `KmsMasterKeyId` (SNS, SQS), leave `SqsManagedSseEnabled` on, or set `StreamEncryption: {EncryptionType: KMS}` (Kinesis)"
#     terraform: "set `kms_master_key_id` (SNS, SQS), leave `sqs_managed_sse_enabled` on, or set `encryption_type = \"KMS\"` (Kinesis)"
#   aliases:
#     checkov: [CKV_AWS_26, CKV_AWS_43, CKV_AWS_240]
#     trivy: [AVD-AWS-0095, AWS-0095, AVD-AWS-0064, AWS-0064]
#     tfsec: [aws-sns-enable-topic-encryption, aws-kinesis-enable-in-transit-encryption]
#     kics: [28545147-2fc6-42d5-a1f9-cf226658e591, 9d13b150-a2ab-42a1-b6f4-142e41f81e52,
#       7f65be75-90ab-4036-8c2a-410aef7bb650, 5c6dd5e7-1fe0-4cae-8f81-4c122717cef3]
#     prowler: [sqs_queues_server_side_encryption_enabled, sns_topics_kms_encryption_at_rest_enabled]
#     powerpipe: [sns_topic_encrypted_at_rest]
#   since: "0.1.0"
package gapcheck.queue.encrypts_messages

subjects contains queue.id if {
	some queue in input.queue
	queue.form in {"queue", "topic", "stream", "namespace"}
}

deny contains {"subject": queue.id, "path": ["encrypted"], "message": message} if {
	some queue in input.queue
	queue.form in {"queue", "topic", "stream", "namespace"}
	not queue.encrypted
	message := sprintf("%s does not encrypt messages", [queue.name])
}
