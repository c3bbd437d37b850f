# METADATA
# title: The activity log of a subscription is kept for a year
# description: "What was changed in the subscription, and by whom, is asked long after it was done."
# custom:
#   id: log-keeps-activity-for-a-year
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records of the subscription are there when they are needed}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: questions about the whole year can be answered from records}
#   tests: design
#   reads: [form, retention_days]
#   remediation:
#     terraform: "set `retention_policy { enabled = true, days = 365 }` on `azurerm_monitor_log_profile`, or export with an `azurerm_monitor_diagnostic_setting`"
#   aliases:
#     checkov: [CKV_AZURE_37]
#     trivy: [AVD-AZU-0031, AZU-0031]
#     tfsec: [azure-monitor-activity-log-retention-set]
#   since: "0.1.0"
package gapcheck.log.keeps_activity_for_a_year

parameters := {"days": 365}

subjects contains log.id if {
	some log in input.log
	log.form == "activity"
}

# Zero is without end.
deny contains {"subject": log.id, "path": ["retention_days"], "message": message} if {
	some log in input.log
	log.form == "activity"
	log.retention_days > 0
	log.retention_days < parameters.days
	message := sprintf("%s keeps records for %d days", [log.name, log.retention_days])
}
