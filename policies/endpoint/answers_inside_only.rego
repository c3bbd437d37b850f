# METADATA
# title: Managed services answer networks inside only
# description: A leaked key is useless from a network that the service does not answer.
# custom:
#   id: endpoint-answers-inside-only
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: supporting, because: services are reached from inside only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: services with data are kept apart from the public network}
#   tests: design
#   reads: [public_network_access]
#   remediation:
#     terraform: "Google: set `private_instance = true` (Data Fusion) or `no_public_ip = true` (notebooks); Azure: set `public_network_access_enabled = false` (`public_network_enabled` on `azurerm_data_factory`, `public_network_access = \"Disabled\"` on `azurerm_app_configuration`), and add an `azurerm_private_endpoint`"
#   aliases:
#     checkov: [CKV_AZURE_104, CKV_AZURE_106, CKV_AZURE_108, CKV_AZURE_124, CKV_AZURE_134, CKV_AZURE_144,
#       CKV_AZURE_158, CKV_AZURE_174, CKV_AZURE_185, CKV_AZURE_193,
#       CKV_GCP_87, CKV_GCP_89]
#     kics: [4a9e0f00-0765-4f72-a0d4-d31110b78279]
#   since: "0.1.0"
package gapcheck.endpoint.answers_inside_only

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.public_network_access)
}

deny contains {"subject": endpoint.id, "path": ["public_network_access"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.public_network_access == true
	message := sprintf("%s answers networks outside", [endpoint.name])
}
