# METADATA
# title: Alerts on attacks on databases reach the administrators
# description: Who runs the database knows first whether an odd statement is an attack.
# custom:
#   id: monitor-tells-administrators-of-attacks
#   severity: low
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: what is noticed reaches who can judge it}
#   tests: design
#   reads: [watch, alerts_to_admins]
#   remediation:
#     terraform: "set `email_account_admins = true` on `azurerm_mssql_server_security_alert_policy`"
#   aliases:
#     checkov: [CKV_AZURE_27]
#     trivy: [AVD-AZU-0023, AZU-0023]
#     tfsec: [azure-database-threat-alert-email-to-owner]
#     kics: [55975007-f6e7-4134-83c3-298f1fe4b519]
#   since: "0.1.0"
package gapcheck.monitor.tells_administrators_of_attacks

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	is_boolean(monitor.alerts_to_admins)
}

deny contains {"subject": monitor.id, "path": ["alerts_to_admins"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	monitor.alerts_to_admins == false
	message := sprintf("%s leaves the administrators out", [monitor.name])
}
