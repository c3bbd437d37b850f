# METADATA
# title: Alarms call somebody when they fire
# description: An alarm without an action is heard by nobody.
# custom:
#   id: monitor-alarms-reach-someone
#   severity: medium
#   criteria:
#     - {id: CC7.2, aspect: alarms, strength: primary, because: an alarm works only when somebody hears it}
#     - {id: CC7.3, aspect: escalation, strength: primary, because: events must reach those who judge them}
#     - {id: CC7.4, aspect: on-call, strength: supporting, because: response begins with a call}
#     - {id: CC4.2, aspect: reporting, strength: supporting, because: what is found reaches somebody who can mend it}
#   tests: design
#   reads: [watch, enabled, actions]
#   remediation:
#     cloudformation: "list a topic in `AlarmActions` and leave `ActionsEnabled` on"
#     terraform: "AWS: list a topic in `alarm_actions` and leave `actions_enabled` on; Azure: add an `action` block; Google: list `notification_channels`"
#   aliases:
#     checkov: [CKV_AWS_319]
#     prowler: [cloudwatch_alarm_actions_enabled, cloudwatch_alarm_actions_alarm_state_configured]
#     powerpipe: [cloudwatch_alarm_action_enabled, cloudwatch_alarm_action_enabled_check]
#   since: "0.1.0"
package gapcheck.monitor.alarms_reach_someone

_alarms := {"alarm", "activity_alert", "log_alert"}

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch in _alarms
}

deny contains {"subject": monitor.id, "path": ["actions"], "message": message} if {
	some monitor in input.monitor
	monitor.watch in _alarms
	not _calls_someone(monitor)
	message := sprintf("%s calls nobody when it fires", [monitor.name])
}

deny contains {"subject": monitor.id, "path": ["enabled"], "message": message} if {
	some monitor in input.monitor
	monitor.watch in _alarms
	monitor.enabled == false
	_calls_someone(monitor)
	message := sprintf("%s is switched off", [monitor.name])
}

_calls_someone(monitor) if count(monitor.actions) > 0
