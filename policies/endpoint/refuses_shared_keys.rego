# METADATA
# title: Managed services refuse keys of their own
# description: "A key of the service opens all of it, names nobody and ends never."
# custom:
#   id: endpoint-refuses-shared-keys
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: callers sign in as themselves}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: no credential stands without end}
#   tests: design
#   reads: [local_auth]
#   remediation:
#     terraform: "set `local_auth_enabled = false` (`local_authentication_enabled` on `azurerm_search_service`), and give roles to identities"
#   aliases:
#     checkov: [CKV_AZURE_142, CKV_AZURE_184, CKV_AZURE_192, CKV_AZURE_195, CKV_AZURE_236]
#   since: "0.1.0"
package gapcheck.endpoint.refuses_shared_keys

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.local_auth)
}

deny contains {"subject": endpoint.id, "path": ["local_auth"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.local_auth == true
	message := sprintf("%s answers whoever holds a key of it", [endpoint.name])
}
