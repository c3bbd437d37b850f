# METADATA
# title: Secrets in key vaults have an end
# description: A secret that never ends stays usable long after it was forgotten or stolen.
# custom:
#   id: secret-expires
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: primary, because: secrets are renewed or end}
#   tests: design
#   reads: [form, expires]
#   remediation:
#     terraform: "set `expiration_date`"
#   aliases:
#     checkov: [CKV_AZURE_41]
#     trivy: [AVD-AZU-0017, AZU-0017]
#     tfsec: [azure-keyvault-ensure-secret-expiry]
#     kics: [dfa20ffa-f476-428f-a490-424b41e91c7f]
#     prowler: [keyvault_rbac_secret_expiration_set, keyvault_non_rbac_secret_expiration_set]
#   since: "0.1.0"
package gapcheck.secret.expires

subjects contains secret.id if {
	some secret in input.secret
	secret.provider == "azure"
	secret.form == "secret"
}

deny contains {"subject": secret.id, "path": ["expires"], "message": message} if {
	some secret in input.secret
	secret.provider == "azure"
	secret.form == "secret"
	not secret.expires
	message := sprintf("%s never ends", [secret.name])
}
