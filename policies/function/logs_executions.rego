# METADATA
# title: Workflows log their executions
# description: "Without a record nobody can say which step failed, and what was left undone."
# custom:
#   id: function-logs-executions
#   severity: low
#   criteria:
#     - {id: PI1.3, aspect: execution-records, strength: primary, because: each execution leaves a record of its steps}
#   tests: design
#   reads: [logging]
#   remediation:
#     cloudformation: "set `LoggingConfiguration: {Level: ERROR, Destinations: [...]}` (`Logging` in SAM)"
#     terraform: "add `logging_configuration { level = \"ERROR\", log_destination = ... }`"
#   aliases:
#     checkov: [CKV_AWS_285]
#     prowler: [stepfunctions_statemachine_logging_enabled]
#   since: "0.1.0"
package gapcheck.function.logs_executions

subjects contains function.id if {
	some function in input.function
	is_boolean(function.logging)
}

deny contains {"subject": function.id, "path": ["logging"], "message": message} if {
	some function in input.function
	function.logging == false
	message := sprintf("%s logs no executions", [function.name])
}
