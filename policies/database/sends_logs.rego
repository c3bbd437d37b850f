# METADATA
# title: Databases send their logs to where they are kept
# description: "A log that stays on the server is lost with it, and nobody can watch it."
# custom:
#   id: database-sends-logs
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: what happens in the database is recorded elsewhere}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: events are judged from the log}
#     - {id: PI1.3, aspect: execution-records, strength: supporting, because: processing leaves a record}
#   tests: design
#   reads: [form, role, log_exports, audit_log]
#   remediation:
#     cloudformation: "set `EnableCloudwatchLogsExports` (RDS, DocumentDB) or `LoggingProperties` (Redshift)"
#     terraform: "set `enabled_cloudwatch_logs_exports` (RDS, DocumentDB), `aws_redshift_logging` (Redshift), or an `azurerm_mssql_server_extended_auditing_policy`"
#   aliases:
#     checkov: [CKV_AWS_129, CKV_AZURE_23, CKV_AWS_71, CKV_AWS_324, CKV_AWS_101, CKV_AWS_84, CKV_AWS_85]
#     trivy: [AVD-AZU-0027, AZU-0027, AVD-AWS-0020, AWS-0020, AVD-AWS-0075, AWS-0075]
#     tfsec: [azure-database-enable-audit, aws-documentdb-enable-log-export, aws-neptune-enable-log-export]
#     kics: [8d7f7b8c-6c7c-40f8-baa6-62006c6c7b56, 609839ae-bd81-4375-9910-5bce72ae7b92,
#       f7e296b0-6660-4bc5-8f87-22ac4a815edf, 15ffbacc-fa42-4f6f-a57d-2feac7365caa,
#       3de2d4ff-fe53-4fc9-95d3-2f8a69bf90d6]
#     prowler: [rds_instance_integration_cloudwatch_logs, rds_cluster_integration_cloudwatch_logs,
#       sqlserver_auditing_enabled, redshift_cluster_audit_logging]
#     powerpipe: [rds_db_instance_logging_enabled, redshift_cluster_audit_logging_enabled]
#   since: "0.1.0"
package gapcheck.database.sends_logs

subjects contains database.id if {
	some database in input.database
	_logs_by_export(database)
}

subjects contains database.id if {
	some database in input.database
	database.audit_log in {true, false}
}

deny contains {"subject": database.id, "path": ["log_exports"], "message": message} if {
	some database in input.database
	_logs_by_export(database)
	count(database.log_exports) == 0
	message := sprintf("%s sends no logs", [database.name])
}

deny contains {"subject": database.id, "path": ["audit_log"], "message": message} if {
	some database in input.database
	database.audit_log == false
	message := sprintf("%s keeps no audit log", [database.name])
}

# Zero is without end.
_logs_by_export(database) if {
	is_array(database.log_exports)
	database.form in {"relational", "document", "graph", "search"}
	database.role in {"server", "cluster"}
}
