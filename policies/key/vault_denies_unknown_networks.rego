# METADATA
# title: Key vaults deny networks that they do not list
# description: A leaked identity is useless from a network that the vault does not answer.
# custom:
#   id: key-vault-denies-unknown-networks
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: firewall-rules, strength: primary, because: keys are reached from known networks only}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: keys are kept apart from the public network}
#   tests: design
#   reads: [form, network_default, public_network_access]
#   remediation:
#     terraform: "set `network_acls { default_action = \"Deny\" }`, or `public_network_access_enabled = false`"
#   aliases:
#     checkov: [CKV_AZURE_109]
#     trivy: [AVD-AZU-0013, AZU-0013]
#     tfsec: [azure-keyvault-specify-network-acl]
#   since: "0.1.0"
package gapcheck.key.vault_denies_unknown_networks

subjects contains key.id if {
	some key in input.key
	key.form == "vault"
}

deny contains {"subject": key.id, "path": ["network_default"], "message": message} if {
	some key in input.key
	key.form == "vault"
	key.network_default != "deny"
	not _is_private(key)
	message := sprintf("%s answers every network", [key.name])
}

_is_private(key) if key.public_network_access == false
