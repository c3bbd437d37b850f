# METADATA
# title: APIs name who decides which callers are let in
# description: "An API without an authorizer, and with no method that asks by itself, was never told whom it is for."
# custom:
#   id: endpoint-apis-name-an-authorizer
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: an authorizer is what knows the callers of an API}
#   tests: design
#   reads: [role, authorizer]
#   remediation:
#     cloudformation: "add an `AWS::ApiGateway::Authorizer` with the `RestApiId`, or set `AuthorizationType` in the methods"
#     terraform: "add an `aws_api_gateway_authorizer` with the `rest_api_id`, or set `authorization` in the methods"
#   aliases:
#     kics: [0a96ce49-4163-4ee6-8169-eb3b0797d694, 7fd0d461-5b8c-4815-898c-f2b4b117eb28]
#     prowler: [apigateway_restapi_authorizers_enabled]
#   since: "0.1.0"
package gapcheck.endpoint.apis_name_an_authorizer

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.role == "rest_api"
}

deny contains {"subject": endpoint.id, "path": ["authorizer"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.role == "rest_api"
	not endpoint.authorizer
	message := sprintf("%s names nobody who decides about callers", [endpoint.name])
}
