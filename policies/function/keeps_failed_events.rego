# METADATA
# title: Functions that are called without waiting keep the events they could not handle
# description: "After two retries an event is thrown away, and nobody learns what was never processed."
# custom:
#   id: function-keeps-failed-events
#   severity: medium
#   criteria:
#     - {id: PI1.3, aspect: error-queues, strength: primary, because: events that failed must be kept and looked at}
#     - {id: CC7.2, aspect: alarms, strength: supporting, because: a queue of failures can be watched}
#   tests: design
#   reads: [dead_letter, asynchronous]
#   remediation:
#     cloudformation: "set `DeadLetterConfig` (`DeadLetterQueue` with SAM), or an `AWS::Lambda::EventInvokeConfig` with `OnFailure`"
#     terraform: "add a `dead_letter_config` block, or an `aws_lambda_function_event_invoke_config` with an `on_failure` destination"
#   since: "0.1.0"
package gapcheck.function.keeps_failed_events

subjects contains function.id if {
	some function in input.function
	function.asynchronous == true
}

deny contains {"subject": function.id, "path": ["dead_letter"], "message": message} if {
	some function in input.function
	function.asynchronous == true
	function.dead_letter == false
	message := sprintf("%s loses events that it cannot handle", [function.name])
}
