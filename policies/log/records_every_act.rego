# METADATA
# title: The activity log of a subscription records every sort of act
# description: What was changed in the subscription, and by whom, is asked long after it was done.
# custom:
#   id: log-records-every-act
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: whatever changes the subscription is recorded}
#     - {id: CC2.1, aspect: audit-records, strength: supporting, because: reviews of access and of changes rest on a full record}
#   tests: design
#   reads: [form, categories]
#   remediation:
#     terraform: "set `categories = [\"Write\", \"Delete\", \"Action\"]` on `azurerm_monitor_log_profile`, or export with an `azurerm_monitor_diagnostic_setting`"
#   aliases:
#     checkov: [CKV_AZURE_38]
#     trivy: [AVD-AZU-0033, AZU-0033]
#     tfsec: [azure-monitor-capture-all-activities]
#   since: "0.1.0"
package gapcheck.log.records_every_act

_categories := {"Write", "Delete", "Action"}

subjects contains log.id if {
	some log in input.log
	log.form == "activity"
}

deny contains {"subject": log.id, "path": ["categories"], "message": message} if {
	some log in input.log
	log.form == "activity"
	is_array(log.categories)
	missing := _categories - {category | some category in log.categories}
	count(missing) > 0
	message := sprintf("%s leaves out %s", [log.name, concat(", ", sort(missing))])
}
