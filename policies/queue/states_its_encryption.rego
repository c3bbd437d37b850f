# METADATA
# title: Queues of Amazon state how they are encrypted
# description: "New queues are encrypted by themselves, older ones are not: what the source states holds for both."
# custom:
#   id: queue-states-its-encryption
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: supporting, because: messages that wait are encrypted whenever the queue was made}
#   tests: design
#   reads: [form, encryption_stated]
#   remediation:
#     cloudformation: "set `KmsMasterKeyId` or `SqsManagedSseEnabled: true`"
#     terraform: "set `kms_master_key_id` or `sqs_managed_sse_enabled = true`"
#   aliases:
#     checkov: [CKV_AWS_27]
#     trivy: [AVD-AWS-0096, AWS-0096]
#     tfsec: [aws-sqs-enable-queue-encryption]
#     kics: [6e8849c1-3aa7-40e3-9063-b85ee300f29f, 12726829-93ed-4d51-9cbe-13423f4299e1]
#   since: "0.1.0"
package gapcheck.queue.states_its_encryption

subjects contains queue.id if {
	some queue in input.queue
	_in_scope(queue)
}

deny contains {"subject": queue.id, "path": ["encryption_stated"], "message": message} if {
	some queue in input.queue
	_in_scope(queue)
	not queue.encryption_stated
	message := sprintf("%s does not state how it is encrypted", [queue.name])
}

_in_scope(queue) if {
	queue.provider == "aws"
	queue.form == "queue"
}
