# METADATA
# title: Datasets and managed databases are encrypted with a key of one's own
# description: "With a key of one's own one decides who reads the data, sees each use, and can take the right back at once."
# custom:
#   id: database-keeps-own-key
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: keys, strength: supporting, because: "the key decides who reads the data, and its use is logged"}
#     - {id: C1.1, aspect: protection, strength: supporting, because: confidential data get a lock of their own}
#   tests: design
#   reads: [form, role, engine, kms_key]
#   remediation:
#     cloudformation: "name a key in `KmsKeyId`, or in `SSESpecification: {SSEEnabled: true, SSEType: KMS, KMSMasterKeyId}` of a table"
#     terraform: "AWS: name a key in `kms_key_id` (`kms_key_arn` on Neptune and MemoryDB), `server_side_encryption { enabled = true, kms_key_arn = ... }` of a table or `encrypt_at_rest` of a search domain; Azure: name a key in `key_vault_key_id` of `azurerm_cosmosdb_account`; Google: in `default_encryption_configuration` of a dataset, `encryption_configuration` of a table, `encryption_config` of a Spanner database, `kms_key_name` of a Bigtable cluster"
#   aliases:
#     checkov: [CKV_AZURE_100, CKV_GCP_80, CKV_GCP_81, CKV_GCP_85, CKV_GCP_93, CKV_AWS_119, CKV_AWS_327, CKV_AWS_182,
#       CKV_AWS_347, CKV_AWS_142, CKV_AWS_191, CKV_AWS_201, CKV_AWS_160, CKV_AWS_247]
#     prowler: [bigquery_dataset_cmk_encryption, bigquery_table_cmk_encryption,
#       dynamodb_tables_kms_cmk_encryption_enabled]
#     trivy: [AVD-AWS-0025, AWS-0025, AVD-AWS-0084, AWS-0084]
#     tfsec: [aws-dynamodb-table-customer-key, aws-redshift-encryption-customer-key]
#     kics: [ce089fd4-1406-47bd-8aad-c259772bb294, 4bd21e68-38c1-4d58-acdc-6a14b203237f,
#       de76a0d6-66d5-45c9-9022-f05545b85c78]
#   since: "0.1.0"
package gapcheck.database.keeps_own_key

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["kms_key"], "message": message} if {
	some database in input.database
	_in_scope(database)
	_has_no_key(database)
	message := sprintf("%s is encrypted with a key of the provider", [database.name])
}

# Where the choice is one of the store and costs nothing but the key.
_in_scope(database) if {
	database.provider in {"azure", "google"}
	database.form in {"document", "warehouse"}
}

_in_scope(database) if database.engine == "spanner"

_in_scope(database) if {
	database.provider == "aws"
	not database.role in {"member", "replica"}
	not database.form == "replication"
}

_has_no_key(database) if not database.kms_key

# Keys under these names are those of Amazon.
_has_no_key(database) if contains(database.kms_key, "alias/aws/")
