# METADATA
# title: Alarms tell when rights, networks, records and defences are changed
# description: "Who weakens what protects the account is seen at once only where an alarm watches the act."
# custom:
#   id: log-alarms-tell-of-changed-defences
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: alarms, strength: primary, because: somebody hears at once that protection was changed}
#     - {id: CC7.3, aspect: escalation, strength: supporting, because: whether the change was meant is asked while it is fresh}
#   tests: design
#   reads: [form, filters]
#   remediation:
#     terraform: "for each event add an `azurerm_monitor_activity_log_alert` with its `operation_name` and an `action`, or a `google_logging_metric` with a `google_monitoring_alert_policy` on it"
#   aliases:
#     prowler: [monitor_alert_create_policy_assignment, monitor_alert_delete_policy_assignment,
#       monitor_alert_create_update_nsg, monitor_alert_delete_nsg, monitor_alert_create_update_security_solution,
#       monitor_alert_delete_security_solution, monitor_alert_create_update_sqlserver_fr,
#       monitor_alert_delete_sqlserver_fr, monitor_alert_create_update_public_ip_address_rule,
#       monitor_alert_delete_public_ip_address_rule, monitor_alert_service_health_exists,
#       logging_log_metric_filter_and_alert_for_audit_configuration_changes_enabled,
#       logging_log_metric_filter_and_alert_for_project_ownership_changes_enabled,
#       logging_log_metric_filter_and_alert_for_custom_role_changes_enabled,
#       logging_log_metric_filter_and_alert_for_vpc_firewall_rule_changes_enabled,
#       logging_log_metric_filter_and_alert_for_vpc_network_changes_enabled,
#       logging_log_metric_filter_and_alert_for_vpc_network_route_changes_enabled,
#       logging_log_metric_filter_and_alert_for_bucket_permission_changes_enabled,
#       logging_log_metric_filter_and_alert_for_sql_instance_configuration_changes_enabled]
#   since: "0.1.0"
package gapcheck.log.alarms_tell_of_changed_defences

# Which events are asked for; each is what a change is about.
parameters := {"events": [name | some events in _words; some name, _ in events]}

# Words that what is watched holds, by the sort of log; for one event all of them in one place.
_words := {
	"activity": {
		"addresses-deleted": ["microsoft.network/publicipaddresses/delete"],
		"addresses-written": ["microsoft.network/publicipaddresses/write"],
		"database-firewalls-deleted": ["microsoft.sql/servers/firewallrules/delete"],
		"database-firewalls-written": ["microsoft.sql/servers/firewallrules/write"],
		"network-rules-deleted": ["microsoft.network/networksecuritygroups/delete"],
		"network-rules-written": ["microsoft.network/networksecuritygroups/write"],
		"policies-deleted": ["microsoft.authorization/policyassignments/delete"],
		"policies-written": ["microsoft.authorization/policyassignments/write"],
		"security-deleted": ["microsoft.security/securitysolutions/delete"],
		"security-written": ["microsoft.security/securitysolutions/write"],
		"service-health": ["servicehealth"],
	},
	"audit": {
		"audit-configuration": ["setiampolicy", "auditconfigdeltas"],
		"buckets": ["storage.setiampermissions"],
		"database-settings": ["cloudsql.instances.update"],
		"firewalls": ["gce_firewall_rule"],
		"networks": ["gce_network"],
		"owners": ["projectownership"],
		"roles": ["iam_role"],
		"routes": ["gce_route"],
	},
}

subjects contains log.id if {
	some log in input.log
	_in_scope(log)
}

deny contains {"subject": log.id, "path": ["filters", event], "message": message} if {
	some log in input.log
	_in_scope(log)
	some event, words in _words[_sort(log)]
	event in parameters.events
	not _is_watched(log, words)
	message := sprintf("no alarm watches %s in what %s records", [event, log.name])
}

_is_watched(log, words) if {
	some filter in log.filters
	filter.alarmed == true
	every word in words {
		contains(lower(filter.pattern), word)
	}
}

# Exports of the activity log are that log. Where nothing at all is watched, alarms are kept elsewhere or not begun.
_in_scope(log) if {
	_sort(log)
	count(log.filters) > 0
}

_sort(log) := "audit" if log.form == "audit"

_sort(log) := "activity" if log.form in {"activity", "export"}
