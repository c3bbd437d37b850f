# METADATA
# title: API methods and routes ask who calls
# description: A method without authorization answers the whole internet with the rights of the application.
# custom:
#   id: endpoint-asks-who-calls
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: callers of an API must be known}
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: access from outside the boundary must be authenticated}
#   tests: design
#   reads: [role, authorization, api_key_required, http_method]
#   remediation:
#     cloudformation: "set `AuthorizationType` to `AWS_IAM`, `JWT`, `COGNITO_USER_POOLS` or `CUSTOM`"
#     openapi: "write `security` with a scheme at the root of the description, and leave empty lists and `{}` out of operations that need callers to be known"
#     terraform: "set `authorization` (REST) or `authorization_type` (HTTP and WebSocket APIs) to `AWS_IAM`, `JWT`, `COGNITO_USER_POOLS` or `CUSTOM`"
#   aliases:
#     checkov: [CKV_AWS_59, CKV_AWS_309, CKV_OPENAPI_5]
#     trivy: [AVD-AWS-0004, AWS-0004]
#     tfsec: [aws-api-gateway-no-public-access]
#     kics: [15ccec05-5476-4890-ad19-53991eba1db8, 1056dfbb-5802-4762-bf2b-8b9b9684b1b0,
#       96729c6b-7400-4d9e-9807-17f00cdde4d2, 663c442d-f918-4f62-b096-0bf5dcbeb655,
#       586abcee-9653-462d-ad7b-2638a32bd6e6, 5d29effc-5d68-481f-9721-d74e5919226b,
#       baade968-7467-41e4-bf22-83ca222f5800, 74581e3b-1d55-4323-a139-5959a7b3abc5]
#     prowler: [apigatewayv2_api_authorizers_enabled]
#   since: "0.1.0"
package gapcheck.endpoint.asks_who_calls

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["authorization"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.authorization == "none"
	not endpoint.api_key_required
	message := sprintf("%s answers callers that it does not know", [endpoint.name])
}

# Browsers ask OPTIONS before they have credentials to show.
_in_scope(endpoint) if {
	endpoint.role == "api_method"
	not _preflight(endpoint)
}

_preflight(endpoint) if endpoint.http_method == "OPTIONS"
