# METADATA
# title: Databases accept TLS 1.2 or newer only
# description: Older versions of TLS have weaknesses by which what travels can be read.
# custom:
#   id: database-accepts-modern-tls-only
#   severity: medium
#   criteria:
#     - {id: CC6.7, aspect: protocol-versions, strength: primary, because: only versions without known weaknesses are spoken}
#   tests: design
#   reads: [min_tls]
#   remediation:
#     terraform: "set `minimum_tls_version = \"1.2\"`, `minimal_tls_version = \"Tls12\"` (Cosmos DB) or `ssl_minimal_tls_version_enforced = \"TLS1_2\"`; on a flexible server leave `ssl_min_protocol_version` or `tls_version` at 1.2"
#   aliases:
#     checkov: [CKV_AZURE_52, CKV_AZURE_54, CKV_AZURE_147, CKV_AZURE_148]
#     trivy: [AVD-AZU-0026, AZU-0026]
#     tfsec: [azure-database-secure-tls-policy]
#     prowler: [sqlserver_recommended_minimal_tls_version, mysql_flexible_server_minimum_tls_version_12]
#   since: "0.1.0"
package gapcheck.database.accepts_modern_tls_only

subjects contains database.id if {
	some database in input.database
	database.min_tls
}

deny contains {"subject": database.id, "path": ["min_tls"], "message": message} if {
	some database in input.database
	database.min_tls in {"none", "1.0", "1.1"}
	message := sprintf("%s accepts old versions of TLS", [database.name])
}
