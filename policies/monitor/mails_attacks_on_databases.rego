# METADATA
# title: Alerts on attacks on databases are mailed to somebody
# description: An injection that was noticed and reported to nobody goes on.
# custom:
#   id: monitor-mails-attacks-on-databases
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: primary, because: what is noticed reaches who judges it}
#   tests: design
#   reads: [watch, email_addresses]
#   remediation:
#     terraform: "list `email_addresses` on `azurerm_mssql_server_security_alert_policy`"
#   aliases:
#     checkov: [CKV_AZURE_26]
#     trivy: [AVD-AZU-0018, AZU-0018]
#     tfsec: [azure-database-threat-alert-email-set]
#   since: "0.1.0"
package gapcheck.monitor.mails_attacks_on_databases

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
}

deny contains {"subject": monitor.id, "path": ["email_addresses"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	count(monitor.email_addresses) == 0
	message := sprintf("%s writes to nobody", [monitor.name])
}
