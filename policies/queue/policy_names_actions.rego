# METADATA
# title: Policies of queues and topics name the actions that they allow
# description: "Whoever may do everything with a queue may also empty it, delete it and open it to others."
# custom:
#   id: queue-policy-names-actions
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: least-privilege, strength: primary, because: whoever sends a message may do nothing else}
#   tests: design
#   reads: [form, statements]
#   remediation:
#     cloudformation: "list the actions that are needed in `Action`, such as `sqs:SendMessage`"
#     terraform: "list the actions that are needed in `actions` (`Action` in JSON), such as `sqs:SendMessage`"
#   aliases:
#     checkov: [CKV_AWS_72]
#     kics: [816ea8cf-d589-442d-a917-2dd0ce0e45e3]
#   since: "0.1.0"
package gapcheck.queue.policy_names_actions

subjects contains queue.id if {
	some queue in input.queue
	queue.form in {"queue", "topic"}
}

deny contains {"subject": queue.id, "path": path, "message": message} if {
	some queue in input.queue
	queue.form in {"queue", "topic"}
	some number, statement in queue.statements
	statement.effect == "allow"
	some index, action in statement.actions
	action == "*"
	path := ["statements", sprintf("%d", [number]), "actions", sprintf("%d", [index])]
	message := sprintf("%s has a policy that allows every action", [queue.name])
}
