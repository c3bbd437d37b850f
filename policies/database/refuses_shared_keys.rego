# METADATA
# title: Document databases refuse keys of the account
# description: "A key of the account reads and writes everything, names nobody and ends never."
# custom:
#   id: database-refuses-shared-keys
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: authentication, strength: primary, because: clients sign in as themselves}
#     - {id: CC6.2, aspect: standing-credentials, strength: supporting, because: no credential stands without end}
#   tests: design
#   reads: [local_auth]
#   remediation:
#     terraform: "set `local_authentication_disabled = true` on `azurerm_cosmosdb_account`, and give roles to identities"
#   aliases:
#     checkov: [CKV_AZURE_140]
#     prowler: [cosmosdb_account_use_aad_and_rbac]
#   since: "0.1.0"
package gapcheck.database.refuses_shared_keys

subjects contains database.id if {
	some database in input.database
	is_boolean(database.local_auth)
}

deny contains {"subject": database.id, "path": ["local_auth"], "message": message} if {
	some database in input.database
	database.local_auth == true
	message := sprintf("%s answers whoever holds a key of the account", [database.name])
}
