# METADATA
# title: Callers of an API sign in without sending what they keep secret
# description: "Passwords sent with each request, tokens in addresses and keys in queries end up in logs and histories."
# custom:
#   id: endpoint-signs-callers-in-safely
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: credentials must be shown in ways that do not give them away}
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: what travels in the clear parts of a request is kept by every log on its way}
#   tests: design
#   reads: [sign_in, oauth_flows, key_in]
#   remediation:
#     openapi: "sign callers in with OpenID Connect, OAuth 2 by `authorizationCode` or `clientCredentials`, or mutual TLS; send keys in a header"
#   aliases:
#     checkov: [CKV_OPENAPI_3, CKV_OPENAPI_8, CKV_OPENAPI_11, CKV_OPENAPI_12, CKV_OPENAPI_13]
#     kics: [39cb32f2-3a42-4af0-8037-82a7a9654b6c, 3979b0a4-532c-4ea7-86e4-34c090eaa4f2, 68e5fcac-390c-4939-a373-6074b7be7c71,
#       221015a8-aa2a-43f5-b00b-ad7d2b1d47a8, 773116aa-2e6d-416f-bd85-f0301cc05d76, e9817ad8-a8c9-4038-8a2f-db0e6e7b284b]
#   since: "0.1.0"
package gapcheck.endpoint.signs_callers_in_safely

_weak_flows := {
	"implicit": "hands tokens out in addresses",
	"password": "has callers give their password to the client",
}

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.sign_in
}

deny contains {"subject": endpoint.id, "path": ["sign_in"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.sign_in == "basic"
	message := sprintf("%s sends the password with each request", [endpoint.name])
}

deny contains {"subject": endpoint.id, "path": ["oauth_flows", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	endpoint.sign_in == "oauth2"
	some index, flow in endpoint.oauth_flows
	weakness := _weak_flows[flow]
	message := sprintf("%s %s", [endpoint.name, weakness])
}

deny contains {"subject": endpoint.id, "path": ["key_in"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.sign_in == "apikey"
	endpoint.key_in == "query"
	message := sprintf("%s sends its key in the address", [endpoint.name])
}
