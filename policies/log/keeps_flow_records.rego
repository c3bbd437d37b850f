# METADATA
# title: "Records of network traffic are kept for a stated time, 90 days or longer"
# description: "Intruders are often found after weeks, and their ways in and out are in these records."
# custom:
#   id: log-keeps-flow-records
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-retention, strength: primary, because: records of traffic are there when they are needed}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident is judged from records of the time}
#   tests: design
#   reads: [form, retention_days]
#   remediation:
#     terraform: "set `retention_policy { enabled = true, days = 90 }` or longer on `azurerm_network_watcher_flow_log`"
#   aliases:
#     checkov: [CKV_AZURE_12]
#     trivy: [AVD-AZU-0049, AZU-0049]
#     tfsec: [azure-network-retention-policy-set]
#     kics: [7750fcca-dd03-4d38-b663-4b70289bcfd4]
#     prowler: [network_flow_log_more_than_90_days]
#   since: "0.1.0"
package gapcheck.log.keeps_flow_records

parameters := {"days": 90}

subjects contains log.id if {
	some log in input.log
	log.form == "flow"
}

deny contains {"subject": log.id, "path": ["retention_days"], "message": message} if {
	some log in input.log
	log.form == "flow"
	not log.retention_days >= parameters.days
	message := sprintf("%s keeps records of traffic for no stated time or too short", [log.name])
}
