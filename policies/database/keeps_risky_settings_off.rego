# METADATA
# title: Databases keep settings off that let clients around their limits
# description: "Files of the client, rights of other databases and logins outside of the directory then stay out of reach."
# custom:
#   id: database-keeps-risky-settings-off
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: access-settings, strength: primary, because: clients stay within the rights that they were given}
#   tests: design
#   reads: [settings]
#   remediation:
#     terraform: "Google: leave `local_infile` (MySQL), `cross db ownership chaining` and `contained database authentication` (SQL Server) off in `database_flags`"
#   aliases:
#     checkov: [CKV_GCP_50, CKV_GCP_58, CKV_GCP_59]
#     trivy: [AVD-GCP-0019, AVD-GCP-0023, AVD-GCP-0026, GCP-0019, GCP-0023, GCP-0026]
#     tfsec: [google-sql-no-cross-db-ownership-chaining, google-sql-no-contained-db-auth,
#       google-sql-mysql-no-local-infile]
#     prowler: [cloudsql_instance_mysql_local_infile_flag,
#       cloudsql_instance_sqlserver_cross_db_ownership_chaining_flag,
#       cloudsql_instance_sqlserver_contained_database_authentication_flag]
#   since: "0.1.0"
package gapcheck.database.keeps_risky_settings_off

_settings := {"local_infile", "cross db ownership chaining", "contained database authentication"}

subjects contains database.id if {
	some database in input.database
	is_array(database.settings)
}

deny contains {"subject": database.id, "path": ["settings", sprintf("%d", [index]), "value"], "message": message} if {
	some database in input.database
	some index, setting in database.settings
	setting.name in _settings
	lower(setting.value) in {"on", "1", "true"}
	message := sprintf("%s has %s on", [database.name, setting.name])
}
