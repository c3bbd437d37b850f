# METADATA
# title: Alerts on attacks on databases are all on
# description: An attack of a sort that is not looked for goes on.
# custom:
#   id: monitor-warns-of-attacks-on-databases
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: detection, strength: primary, because: attacks on databases are noticed}
#   tests: design
#   reads: [watch, disabled_alerts]
#   remediation:
#     terraform: "leave `disabled_alerts` out of `azurerm_mssql_server_security_alert_policy`"
#   aliases:
#     checkov: [CKV_AZURE_25]
#     trivy: [AVD-AZU-0028, AZU-0028]
#     tfsec: [azure-database-all-threat-alerts-enabled]
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
