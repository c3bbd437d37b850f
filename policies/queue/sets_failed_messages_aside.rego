# METADATA
# title: Queues and subscriptions set aside what cannot be handled
# description: "A message that fails again and again is otherwise lost in silence, or blocks those behind it."
# custom:
#   id: queue-sets-failed-messages-aside
#   severity: medium
#   criteria:
#     - {id: PI1.3, aspect: error-queues, strength: primary, because: failed processing is caught and can be repeated}
#     - {id: PI1.4, aspect: delivery, strength: supporting, because: output that is not delivered is noticed}
#     - {id: PI1.2, aspect: input-validation, strength: supporting, because: input that cannot be handled is set aside}
#   tests: design
#   reads: [form, dead_letter, holds_dead_letters, protocol]
#   remediation:
#     cloudformation: "add a `RedrivePolicy` (SQS, SNS subscriptions) or a `DeadLetterConfig` (targets of EventBridge, Scheduler)"
#     terraform: "add a `redrive_policy` (SQS, SNS subscriptions), a `dead_letter_config` (EventBridge, Scheduler), `dead_lettering_on_message_expiration = true` (Service Bus) or a `dead_letter_policy` (Pub/Sub)"
#   since: "0.1.0"
package gapcheck.queue.sets_failed_messages_aside

subjects contains queue.id if {
	some queue in input.queue
	_in_scope(queue)
}

deny contains {"subject": queue.id, "path": ["dead_letter"], "message": message} if {
	some queue in input.queue
	_in_scope(queue)
	not queue.dead_letter
	message := sprintf("%s does not set aside what cannot be handled", [queue.name])
}

# Where the failed messages of others go, there is nowhere further.
_in_scope(queue) if {
	queue.form in {"queue", "subscription", "target"}
	not queue.holds_dead_letters
	not queue.protocol in {"email", "email-json", "sms"}
}
