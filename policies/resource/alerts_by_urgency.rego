# METADATA
# title: Alerts say how urgent they are
# description: "An alert without a severity is routed like every other, and the ones that cannot wait drown among those that can."
# related_resources:
#   - https://prometheus.io/docs/practices/alerting/
# custom:
#   id: resource-alerts-by-urgency
#   severity: low
#   criteria:
#     - {id: CC7.2, aspect: alarms, strength: supporting, because: what is watched raises alarms that somebody can sort}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: the alarm itself says how soon it must be judged}
#   tests: design
#   reads: [kind, spec]
#   remediation:
#     kubernetes: "add `severity` to `labels` of the alert, such as `critical`, `warning` or `info`"
#   since: "0.1.0"
package gapcheck.resource.alerts_by_urgency

subjects contains resource.id if {
	some resource in input.resource
	_holds_alerts(resource)
}

deny contains {"subject": resource.id, "path": ["spec", "groups", sprintf("%d", [group]), "rules", sprintf("%d", [index]), "alert"], "message": message} if {
	some resource in input.resource
	resource.kind == "PrometheusRule"
	some group, held in resource.spec.groups
	some index, rule in held.rules
	not rule.labels.severity

	# A rule that records a value has no such name, and raises nothing.
	message := sprintf("%s raises %s without saying how urgent that is", [resource.name, rule.alert])
}

_holds_alerts(resource) if {
	resource.kind == "PrometheusRule"
	some held in resource.spec.groups
	some rule in held.rules
	rule.alert
}
