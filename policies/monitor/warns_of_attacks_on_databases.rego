# METADATA
# title: Alerts on attacks on databases are all on and reach the administrators
# description: An injection that was noticed and reported to nobody goes on.
# custom:
#   id: monitor-warns-of-attacks-on-databases
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: detection, strength: primary, because: attacks on databases are noticed}
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: what is noticed reaches who judges it}
#   tests: design
#   reads: [watch, disabled_alerts, email_addresses, alerts_to_admins]
#   remediation:
#     terraform: "on `azurerm_mssql_server_security_alert_policy` leave `disabled_alerts` out, list `email_addresses` and set `email_account_admins = true`"
#   aliases:
#     checkov: [CKV_AZURE_25, CKV_AZURE_26, CKV_AZURE_27]
#     trivy: [AVD-AZU-0018, AVD-AZU-0023, AVD-AZU-0028, AZU-0018, AZU-0023, AZU-0028]
#     tfsec: [azure-database-threat-alert-email-set, azure-database-threat-alert-email-to-owner,
#       azure-database-all-threat-alerts-enabled]
#     kics: [55975007-f6e7-4134-83c3-298f1fe4b519]
#   since: "0.1.0"
package gapcheck.monitor.warns_of_attacks_on_databases

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
}

deny contains {"subject": monitor.id, "path": ["disabled_alerts", sprintf("%d", [index])], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	some index, alert in monitor.disabled_alerts
	alert != ""
	message := sprintf("%s does not warn of %s", [monitor.name, alert])
}

deny contains {"subject": monitor.id, "path": ["email_addresses"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	count(monitor.email_addresses) == 0
	message := sprintf("%s writes to nobody", [monitor.name])
}

deny contains {"subject": monitor.id, "path": ["alerts_to_admins"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "database_alerts"
	monitor.alerts_to_admins == false
	message := sprintf("%s leaves the administrators out", [monitor.name])
}
