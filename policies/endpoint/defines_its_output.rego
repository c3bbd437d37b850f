# METADATA
# title: Operations of an API say what they answer
# description: Only what is defined can be tested for being complete and accurate.
# custom:
#   id: endpoint-defines-its-output
#   severity: low
#   criteria:
#     - {id: PI1.4, aspect: output-definition, strength: primary, because: output must be defined before it can be held to the definition}
#     - {id: PI1.1, aspect: data-definitions, strength: supporting, because: users are told what the data means}
#   tests: design
#   reads: [describes_responses, describes_errors, responses_without_schema]
#   remediation:
#     openapi: "describe every response with a schema, one for failures (`4XX`, `5XX` or `default`) among them"
#   aliases:
#     kics: [a92be1d5-d762-484a-86d6-8cd0907ba100, 990eaf09-d6f1-4c3c-b174-a517b1de8917,
#       31afbcb7-70e0-48bb-a31a-3374f95cf859, 6172e7ab-d2b7-45f8-a7db-1603931d8ba3]
#   since: "0.1.0"
package gapcheck.endpoint.defines_its_output

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.describes_responses)
}

deny contains {"subject": endpoint.id, "path": ["describes_responses"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.describes_responses == false
	message := sprintf("%s describes no response", [endpoint.name])
}

deny contains {"subject": endpoint.id, "path": ["describes_errors"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.describes_responses == true
	endpoint.describes_errors == false
	message := sprintf("%s says nothing of failures", [endpoint.name])
}

deny contains {"subject": endpoint.id, "path": ["responses_without_schema", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	some index, status in endpoint.responses_without_schema
	message := sprintf("%s does not say what %s holds", [endpoint.name, status])
}
