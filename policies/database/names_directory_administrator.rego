# METADATA
# title: SQL servers name an administrator from the directory
# description: "People then sign in with their own identity and its second factor, and not with a shared password."
# custom:
#   id: database-names-directory-administrator
#   severity: medium
#   criteria:
#     - {id: CC6.2, aspect: identity-provider, strength: primary, because: administrators sign in with identities that the directory grants and removes}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: "sign-in follows the directory's rules"}
#   tests: design
#   reads: [directory_admin]
#   remediation:
#     terraform: "add an `azuread_administrator` block to `azurerm_mssql_server`"
#   aliases:
#     checkov: [CKV2_AZURE_7, CKV2_AZURE_27]
#     kics: [a3a055d2-9a2e-4cc9-b9fb-12850a1a3a4b]
#     prowler: [sqlserver_azuread_administrator_enabled]
#   since: "0.1.0"
package gapcheck.database.names_directory_administrator

subjects contains database.id if {
	some database in input.database
	database.directory_admin in {true, false}
}

deny contains {"subject": database.id, "path": ["directory_admin"], "message": message} if {
	some database in input.database
	database.directory_admin == false
	message := sprintf("%s has no administrator from the directory", [database.name])
}
