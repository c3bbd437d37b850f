# METADATA
# title: Databases keep a copy of their backups in another region
# description: "What takes a whole region down takes the backups in it as well."
# custom:
#   id: database-copies-backups-to-another-region
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: backup, strength: supporting, because: a copy elsewhere survives the loss of a region}
#     - {id: CC9.1, aspect: backup-design, strength: supporting, because: a lasting disruption of a region is survived with it}
#   tests: design
#   reads: [geo_redundant_backup]
#   remediation:
#     terraform: "set `geo_redundant_backup_enabled = true` on `azurerm_postgresql_flexible_server` and `azurerm_mysql_flexible_server`; the choice is made when the server is created"
#   aliases:
#     checkov: [CKV_AZURE_94, CKV_AZURE_102, CKV_AZURE_136,
#       CKV_AZURE_129]
#     kics: [8b042c30-e441-453f-b162-7696982ebc58, 0a70d5f3-1ecd-4c8e-9292-928fc9a8c4f1]
#     prowler: [postgresql_flexible_server_geo_redundant_backup_enabled, mysql_flexible_server_geo_redundant_backup_enabled]
#   since: "0.1.0"
package gapcheck.database.copies_backups_to_another_region

subjects contains database.id if {
	some database in input.database
	is_boolean(database.geo_redundant_backup)
}

deny contains {"subject": database.id, "path": ["geo_redundant_backup"], "message": message} if {
	some database in input.database
	database.geo_redundant_backup == false
	message := sprintf("%s keeps its backups in its own region only", [database.name])
}
