# METADATA
# title: Databases refuse clients without TLS
# description: Passwords and records that travel in the clear can be read by anyone on the way.
# custom:
#   id: database-requires-tls
#   severity: high
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: primary, because: records travel encrypted}
#   tests: design
#   reads: [tls_required]
#   remediation:
#     cloudformation: "set `rds.force_ssl: 1` or `require_secure_transport: ON` in the parameter group, `require_ssl` (Redshift), `TransitEncryptionEnabled: true` (ElastiCache), `EnforceHTTPS: true` (OpenSearch)"
#     terraform: "set `rds.force_ssl = 1` or `require_secure_transport = ON` in the parameter group, `require_ssl = true` (Redshift), `transit_encryption_enabled = true` (ElastiCache), `ssl_enforcement_enabled = true` or `require_secure_transport = ON` (Azure) or `ssl_mode = \"ENCRYPTED_ONLY\"` (Google)"
#   aliases:
#     checkov: [CKV2_AWS_69, CKV_AZURE_28, CKV_AZURE_29, CKV_GCP_6, CKV_AWS_30, CKV_AWS_83, CKV_AZURE_47,
#       CKV_AZURE_91, CKV_GCP_97, CKV_AWS_239, CKV_AWS_202, CKV_AWS_31] # in parts
#     trivy: [AVD-AZU-0020, AZU-0020, AVD-GCP-0015, GCP-0015, AVD-AWS-0051, AWS-0051, AVD-AWS-0046, AWS-0046]
#     tfsec: [azure-database-enable-ssl-enforcement, google-sql-encrypt-in-transit-data,
#       aws-elasticache-enable-in-transit-encryption, aws-elastic-search-enforce-https]
#     kics: [0437633b-daa6-4bbc-8526-c0d2443b946e, 73e42469-3a86-4f39-ad78-098f325b4e9f,
#       02474449-71aa-40a1-87ae-e14497747b00, 76976de7-c7b1-4f64-a94f-90c1345914c2, # in parts
#       1afbb3fa-cf6c-4a3d-b730-95e9f4df343e, 2e9e0729-66d5-4148-9d39-5e6fb4bf2a4e, 4cdc88e6-c0c8-4081-a639-bb3a557cbedf,
#       3b02569b-fc6f-4153-b3a3-ba91022fed68, e29a75e6-aba3-4896-b42d-b87818c16b58]
#     prowler: [rds_instance_transport_encrypted, postgresql_flexible_server_enforce_ssl_enabled,
#       mysql_flexible_server_ssl_connection_enabled, cloudsql_instance_ssl_connections,
#       elasticache_redis_cluster_in_transit_encryption_enabled,
#       opensearch_service_domains_https_communications_enforced]
#   since: "0.1.0"
package gapcheck.database.requires_tls

subjects contains database.id if {
	some database in input.database
	database.tls_required in {true, false}
}

deny contains {"subject": database.id, "path": ["tls_required"], "message": message} if {
	some database in input.database
	database.tls_required == false
	message := sprintf("%s admits clients without TLS", [database.name])
}
