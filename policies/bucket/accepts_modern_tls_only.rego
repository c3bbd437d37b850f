# METADATA
# title: Storage accounts accept TLS 1.2 or newer only
# description: Older versions have known weaknesses that let an attacker on the way read traffic.
# custom:
#   id: bucket-accepts-modern-tls-only
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: only versions without known weaknesses are spoken}
#   tests: design
#   reads: [min_tls]
#   remediation:
#     terraform: "set `min_tls_version = \"TLS1_2\"` on `azurerm_storage_account`"
#   aliases:
#     checkov: [CKV_AZURE_44]
#     trivy: [AVD-AZU-0011, AZU-0011, AVD-AZU-0059, AZU-0059]
#     tfsec: [azure-storage-use-secure-tls-policy]
#     kics: [8263f146-5e03-43e0-9cfe-db960d56d1e7]
#     prowler: [storage_ensure_minimum_tls_version_12]
#   since: "0.1.0"
package gapcheck.bucket.accepts_modern_tls_only

subjects contains bucket.id if {
	some bucket in input.bucket
	bucket.provider == "azure"
}

deny contains {"subject": bucket.id, "path": ["min_tls"], "message": message} if {
	some bucket in input.bucket
	bucket.provider == "azure"
	bucket.min_tls in {"1.0", "1.1", "none"}
	message := sprintf("%s accepts TLS %s", [bucket.name, bucket.min_tls])
}
