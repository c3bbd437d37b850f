# METADATA
# title: Rules that carry findings hand them to somebody
# description: A finding that is written into a console that nobody opens is judged by nobody.
# custom:
#   id: monitor-routes-findings
#   severity: medium
#   criteria:
#     - {id: CC7.3, aspect: escalation, strength: primary, because: findings reach those who judge them}
#     - {id: CC7.4, aspect: on-call, strength: supporting, because: a response begins when somebody is told}
#   tests: design
#   reads: [watch, enabled, actions]
#   remediation:
#     cloudformation: "list a topic, a queue or a function in `Targets` and set `State: ENABLED`"
#     terraform: "add an `aws_cloudwatch_event_target` for the rule, and leave `state` at `ENABLED`"
#   since: "0.1.0"
package gapcheck.monitor.routes_findings

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "findings_route"
}

deny contains {"subject": monitor.id, "path": ["actions"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "findings_route"
	not _calls_someone(monitor)
	message := sprintf("%s hands findings to nobody", [monitor.name])
}

deny contains {"subject": monitor.id, "path": ["enabled"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "findings_route"
	monitor.enabled == false
	message := sprintf("%s is switched off", [monitor.name])
}

_calls_someone(monitor) if count(monitor.actions) > 0
