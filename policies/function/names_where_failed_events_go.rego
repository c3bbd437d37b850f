# METADATA
# title: Functions name where events go that they could not handle
# description: "Who calls a function may change; one that is called without waiting drops what fails twice, unless it names a place for it."
# custom:
#   id: function-names-where-failed-events-go
#   severity: low
#   criteria:
#     - {id: PI1.3, aspect: error-queues, strength: supporting, because: what failed can be found and handled again}
#   tests: design
#   reads: [workflow, dead_letter]
#   remediation:
#     cloudformation: "set `DeadLetterConfig` (`DeadLetterQueue` with SAM), or an `AWS::Lambda::EventInvokeConfig` with `OnFailure`"
#     terraform: "add a `dead_letter_config` block, or an `aws_lambda_function_event_invoke_config` with an `on_failure` destination"
#   aliases:
#     checkov: [CKV_AWS_116]
#     kics: [c2eae442-d3ba-4cb1-84ca-1db4f80eae3d, cb2f612b-ed42-4ff5-9fb9-255c73d39a18]
#     prowler: [awslambda_function_no_dead_letter_queue]
#     powerpipe: [lambda_function_dead_letter_queue_configured]
#   since: "0.1.0"
package gapcheck.function.names_where_failed_events_go

subjects contains function.id if {
	some function in input.function
	_in_scope(function)
}

deny contains {"subject": function.id, "path": ["dead_letter"], "message": message} if {
	some function in input.function
	_in_scope(function)
	not function.dead_letter
	message := sprintf("%s names no place for events that it cannot handle", [function.name])
}

_in_scope(function) if {
	function.provider == "aws"
	not function.workflow
}
