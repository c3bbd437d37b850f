# METADATA
# title: Databases encrypt what they store
# description: "Whoever gets hold of a disk, a snapshot or a backup reads nothing without the key."
# custom:
#   id: database-encrypts-storage
#   severity: high
#   criteria:
#     - {id: CC6.1, aspect: encryption, strength: primary, because: stored records must be encrypted}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential records are protected at rest}
#   tests: design
#   reads: [encrypted, role]
#   remediation:
#     cloudformation: "set `StorageEncrypted: true` (RDS, DocumentDB, Neptune), `Encrypted: true` (Redshift), `AtRestEncryptionEnabled: true` (ElastiCache), `EncryptionAtRestOptions: {Enabled: true}` (OpenSearch)"
#     terraform: "set `storage_encrypted = true` (RDS, Aurora, DocumentDB, Neptune), `encrypted = true` (Redshift), `at_rest_encryption_enabled = true` (ElastiCache), `encrypt_at_rest { enabled = true }` (OpenSearch)"
#   aliases:
#     checkov: [CKV_AWS_16, CKV_AWS_96, CKV_AWS_29, CKV_AWS_5, CKV_AWS_44, CKV_AWS_74, CKV_AWS_47]
#     trivy: [AVD-AWS-0079, AVD-AWS-0080, AWS-0079, AWS-0080, AVD-AWS-0045, AWS-0045, AVD-AWS-0048, AWS-0048,
#       AVD-AWS-0021, AWS-0021, AVD-AWS-0076, AWS-0076, AVD-AWS-0023, AWS-0023]
#     tfsec: [aws-rds-encrypt-cluster-storage-data, aws-rds-encrypt-instance-storage-data,
#       aws-elasticache-enable-at-rest-encryption, aws-elastic-search-enable-domain-encryption,
#       aws-documentdb-enable-storage-encryption, aws-neptune-enable-storage-encryption,
#       aws-dynamodb-enable-at-rest-encryption]
#     kics: [08bd0760-8752-44e1-9779-7bb369b2b4e4, 3199c26c-7871-4cb3-99c2-10a59244ce7f,
#       656880aa-1388-488f-a6d4-8f73c23149b2, 76976de7-c7b1-4f64-a94f-90c1345914c2,
#       24e16922-4330-4e9d-be8a-caa90299466a, 5beacce3-4020-4a3d-9e1d-a36f953df630,
#       86a248ab-0e01-4564-a82a-878303e253bb, 65844ba3-03a1-40a8-b3dd-919f122e8c95,
#       e4ee3903-9225-4b6a-bdfb-e62dbadef821, 98d59056-f745-4ef5-8613-32bca8d40b7e,
#       bf4473f1-c8a2-4b1b-8134-bd32efabab93]
#     prowler: [rds_instance_storage_encrypted, rds_cluster_storage_encrypted, redshift_cluster_encrypted_at_rest,
#       elasticache_redis_cluster_rest_encryption_enabled, opensearch_service_domains_encryption_at_rest_enabled]
#     powerpipe: [rds_db_instance_encryption_at_rest_enabled, es_domain_encryption_at_rest_enabled]
#   since: "0.1.0"
package gapcheck.database.encrypts_storage

subjects contains database.id if {
	some database in input.database
	database.role != "member"
}

deny contains {"subject": database.id, "path": ["encrypted"], "message": message} if {
	some database in input.database
	database.role != "member"
	not database.encrypted
	message := sprintf("%s does not encrypt what it stores", [database.name])
}
