# METADATA
# title: Keys in key vaults have an end
# description: A key that never ends stays usable long after it was forgotten or stolen.
# custom:
#   id: key-expires
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: primary, because: keys are renewed or end}
#   tests: design
#   reads: [form, expires]
#   remediation:
#     terraform: "set `expiration_date`"
#   aliases:
#     checkov: [CKV_AZURE_40]
#     trivy: [AVD-AZU-0014, AZU-0014]
#     tfsec: [azure-keyvault-ensure-key-expiry]
#     kics: [4d080822-5ee2-49a4-8984-68f3d4c890fc]
#     prowler: [keyvault_rbac_key_expiration_set, keyvault_key_expiration_set_in_non_rbac]
#   since: "0.1.0"
package gapcheck.key.expires

subjects contains key.id if {
	some key in input.key
	key.provider == "azure"
	key.form == "key"
}

deny contains {"subject": key.id, "path": ["expires"], "message": message} if {
	some key in input.key
	key.provider == "azure"
	key.form == "key"
	not key.expires
	message := sprintf("%s never ends", [key.name])
}
