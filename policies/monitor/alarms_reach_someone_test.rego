package gapcheck.monitor.alarms_reach_someone_test

import data.gapcheck.monitor.alarms_reach_someone as policy

test_deny_missing_actions if _denied({"watch": "alarm"}) == {["actions"]}

test_deny_empty_actions if _denied({"watch": "log_alert", "actions": []}) == {["actions"]}

test_deny_switched_off if _denied({"watch": "alarm", "actions": ["arn:aws:sns:1"], "enabled": false}) == {["enabled"]}

test_allow_actions if _denied({"watch": "alarm", "actions": ["arn:aws:sns:1"], "enabled": true}) == set()

test_allow_other_monitors if _denied({"watch": "threat_detector"}) == set()

test_subjects_are_alarms if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "alarm"}, {"id": "b", "watch": "config_recorder"}]
}

test_deny_watch_activity_alert if _denied({"watch": "activity_alert"}) == {["actions"]}

test_allow_actions_no_enabled if _denied({"actions": ["arn:aws:sns:1"], "enabled": false}) == set()

test_deny_watch_alarm_no_enabled if _denied({"watch": "alarm", "enabled": false}) == {["actions"]}

_denied(facts) := paths if {
	monitor := object.union({"id": "terraform:.#alerts", "name": "alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [monitor]
}
