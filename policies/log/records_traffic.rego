# METADATA
# title: Records of network traffic are on
# description: What an intruder carried out of a network is told by nothing else.
# custom:
#   id: log-records-traffic
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: log-sources, strength: primary, because: who spoke with whom can be searched for signs of an intruder}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: a suspected incident is judged from records of traffic}
#   tests: design
#   reads: [form, enabled]
#   remediation:
#     terraform: "set `enabled = true` on `azurerm_network_watcher_flow_log`"
#   aliases:
#     kics: [b90842e5-6779-44d4-9760-972f4c03ba1c]
#     prowler: [network_flow_log_captured_sent]
#   since: "0.1.0"
package gapcheck.log.records_traffic

subjects contains log.id if {
	some log in input.log
	log.form == "flow"
	is_boolean(log.enabled)
}

deny contains {"subject": log.id, "path": ["enabled"], "message": message} if {
	some log in input.log
	log.form == "flow"
	log.enabled == false
	message := sprintf("%s is off", [log.name])
}
