# METADATA
# title: Operations describe what they answer to the unforeseen
# description: A client that knows only the listed answers does something at random with any other.
# custom:
#   id: endpoint-answers-the-unforeseen
#   severity: low
#   criteria:
#     - {id: PI1.4, aspect: output-definition, strength: supporting, because: "errors that nobody listed have a known form, too"}
#   tests: design
#   reads: [role, responses]
#   remediation:
#     openapi: "add a `default` response with the schema of errors"
#   aliases:
#     kics: [86e3702f-c868-44b2-b61d-ea5316c18110, 5f34c7ae-4f3f-4cbb-8fe3-a11d6961062f]
#   since: "0.1.0"
package gapcheck.endpoint.answers_the_unforeseen

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["responses"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	not "default" in endpoint.responses
	message := sprintf("%s does not say what it answers to the unforeseen", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.role == "api_method"
	is_array(endpoint.responses)
}
