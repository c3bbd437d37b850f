# METADATA
# title: API descriptions ask who calls unless an operation says otherwise
# description: "Where nothing is asked by default, the next operation that somebody adds is open until somebody thinks of it."
# related_resources:
#   - https://spec.openapis.org/oas/v3.1.0#openapi-object
# custom:
#   id: endpoint-asks-by-default
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: an operation is protected without anybody having to remember it}
#   tests: design
#   reads: [role, default_authorization]
#   remediation:
#     openapi: "state `security` at the top of the description with a scheme, and `security: []` on the few operations that are open"
#   aliases:
#     checkov: [CKV_OPENAPI_4]
#     kics: [8af270ce-298b-4405-9922-82a10aee7a4f, 74703c89-0ea2-49ab-a7db-bf04f19f5a57,
#       d674aea4-ba8b-454b-bb97-88a772ea33f0, da31d54b-ad54-41dc-95eb-8b3828629213,
#       543e38f4-1eee-479e-8eb0-15257013aa0a, 292919fb-7b26-4454-bee9-ce29094768dd]
#   since: "0.1.0"
package gapcheck.endpoint.asks_by_default

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["default_authorization"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.default_authorization == "none"
	message := sprintf("%s asks nobody who calls by default", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.role == "api"
	endpoint.default_authorization
}
