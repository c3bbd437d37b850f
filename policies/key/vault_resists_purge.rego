# METADATA
# title: Key vaults cannot be purged before their time
# description: "Who deletes and purges a vault takes every key and secret in it, and all that they protect."
# custom:
#   id: key-vault-resists-purge
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: deletion-protection, strength: primary, because: keys and what they protect survive a deletion}
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "keys stay in the owner's hand"}
#   tests: design
#   reads: [form, purge_protection]
#   remediation:
#     terraform: "set `purge_protection_enabled = true`"
#   aliases:
#     checkov: [CKV_AZURE_42, CKV_AZURE_110]
#     trivy: [AVD-AZU-0016, AZU-0016]
#     tfsec: [azure-keyvault-no-purge]
#     prowler: [keyvault_recoverable]
#   since: "0.1.0"
package gapcheck.key.vault_resists_purge

subjects contains key.id if {
	some key in input.key
	key.form == "vault"
}

deny contains {"subject": key.id, "path": ["purge_protection"], "message": message} if {
	some key in input.key
	key.form == "vault"
	not key.purge_protection
	message := sprintf("%s can be purged as soon as it is deleted", [key.name])
}
