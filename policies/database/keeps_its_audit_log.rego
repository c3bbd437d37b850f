# METADATA
# title: Databases keep their audit log for at least 90 days
# description: Intruders are often found after weeks, and what they read is told by this log alone.
# custom:
#   id: database-keeps-its-audit-log
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records of the database are there when they are needed}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident is judged from records of the time}
#   tests: design
#   reads: [audit_retention_days]
#   remediation:
#     terraform: "set `retention_in_days` to 90 or more, or to 0 for no end, on `azurerm_mssql_server_extended_auditing_policy` or `azurerm_mssql_database_extended_auditing_policy`"
#   aliases:
#     checkov: [CKV_AZURE_24]
#     trivy: [AVD-AZU-0025, AZU-0025]
#     tfsec: [azure-database-retention-period-set]
#     kics: [9c301481-e6ec-44f7-8a49-8ec63e2969ea]
#     prowler: [sqlserver_auditing_retention_90_days]
#   since: "0.1.0"
package gapcheck.database.keeps_its_audit_log

parameters := {"days": 90}

subjects contains database.id if {
	some database in input.database
	is_number(database.audit_retention_days)
}

# No number of days means no end.
deny contains {"subject": database.id, "path": ["audit_retention_days"], "message": message} if {
	some database in input.database
	database.audit_retention_days > 0
	database.audit_retention_days < parameters.days
	message := sprintf("%s keeps its audit log for %d days", [database.name, database.audit_retention_days])
}
