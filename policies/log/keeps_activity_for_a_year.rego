# METADATA
# title: The activity log of a subscription records every sort of act and is kept for a year
# description: "What was changed in the subscription, and by whom, is asked long after it was done."
# custom:
#   id: log-keeps-activity-for-a-year
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records of the subscription are there when they are needed}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: records of the subscription inform control}
#   tests: design
#   reads: [form, retention_days, categories]
#   remediation:
#     terraform: "set `categories = [\"Write\", \"Delete\", \"Action\"]` and `retention_policy { enabled = true, days = 365 }` on `azurerm_monitor_log_profile`, or export with an `azurerm_monitor_diagnostic_setting`"
#   aliases:
#     checkov: [CKV_AZURE_37, CKV_AZURE_38]
#     trivy: [AVD-AZU-0033, AZU-0033]
#     tfsec: [azure-monitor-capture-all-activities]
#   since: "0.1.0"
package gapcheck.log.keeps_activity_for_a_year

parameters := {"days": 365}

_categories := {"Write", "Delete", "Action"}

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

deny contains {"subject": log.id, "path": ["categories"], "message": message} if {
	some log in input.log
	log.form == "activity"
	is_array(log.categories)
	missing := _categories - {category | some category in log.categories}
	count(missing) > 0
	message := sprintf("%s leaves out %s", [log.name, concat(", ", sort(missing))])
}
