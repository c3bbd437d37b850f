# METADATA
# title: API methods check requests before they handle them
# description: Input that is checked at the door cannot surprise what lies behind.
# custom:
#   id: endpoint-validates-requests
#   severity: medium
#   criteria:
#     - {id: PI1.2, aspect: input-validation, strength: primary, because: input must be checked for form and completeness}
#   tests: design
#   reads: [validates_requests, http_method]
#   remediation:
#     cloudformation: "add an `AWS::ApiGateway::RequestValidator` and name it in `RequestValidatorId`"
#     terraform: "add an `aws_api_gateway_request_validator` and name it in `request_validator_id`"
#   aliases:
#     checkov: [CKV2_AWS_53]
#   since: "0.1.0"
package gapcheck.endpoint.validates_requests

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["validates_requests"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.validates_requests == false
	message := sprintf("%s does not check requests", [endpoint.name])
}

# What OPTIONS asks is answered by the platform.
_in_scope(endpoint) if {
	is_boolean(endpoint.validates_requests)
	not _preflight(endpoint)
}

_preflight(endpoint) if endpoint.http_method == "OPTIONS"
