# METADATA
# title: Functions and workflows trace their calls
# description: "A trace shows which function failed or answered strangely, and who called it."
# custom:
#   id: function-traces-calls
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: supporting, because: the way of a call is a source for finding what went wrong}
#     - {id: PI1.3, aspect: execution-records, strength: supporting, because: each execution leaves a record}
#   tests: design
#   reads: [tracing]
#   remediation:
#     cloudformation: "set `TracingConfig: {Mode: Active}` (`Tracing: Active` in SAM), and `TracingConfiguration: {Enabled: true}` of workflows"
#     terraform: "add `tracing_config { mode = \"Active\" }`, and `tracing_configuration { enabled = true }` to workflows"
#   aliases:
#     checkov: [CKV_AWS_50, CKV_AWS_284]
#     trivy: [AVD-AWS-0066, AWS-0066]
#     tfsec: [aws-lambda-enable-tracing]
#     kics: [9488c451-074e-4cd3-aee3-7db6104f542c]
#   since: "0.1.0"
package gapcheck.function.traces_calls

subjects contains function.id if {
	some function in input.function
	is_boolean(function.tracing)
}

deny contains {"subject": function.id, "path": ["tracing"], "message": message} if {
	some function in input.function
	function.tracing == false
	message := sprintf("%s traces no calls", [function.name])
}
