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
#   reads: [form, engine, kms_key]
#   remediation:
#     terraform: "Azure: name a key in `key_vault_key_id` of `azurerm_cosmosdb_account`; Google: in `default_encryption_configuration` of a dataset, `encryption_configuration` of a table, `encryption_config` of a Spanner database, `kms_key_name` of a Bigtable cluster"
#   aliases:
#     checkov: [CKV_AZURE_100, CKV_GCP_80, CKV_GCP_81, CKV_GCP_85, CKV_GCP_93]
#     prowler: [bigquery_dataset_cmk_encryption, bigquery_table_cmk_encryption]
#   since: "0.1.0"
package gapcheck.database.keeps_own_key

subjects contains database.id if {
	some database in input.database
	_in_scope(database)
}

deny contains {"subject": database.id, "path": ["kms_key"], "message": message} if {
	some database in input.database
	_in_scope(database)
	not database.kms_key
	message := sprintf("%s is encrypted with a key of the provider", [database.name])
}

# Where the choice is one of the store and costs nothing but the key.
_in_scope(database) if {
	database.provider in {"azure", "google"}
	database.form in {"document", "warehouse"}
}

_in_scope(database) if database.engine == "spanner"
