package gapcheck.monitor.routes_findings_test

import data.gapcheck.monitor.routes_findings as policy

test_deny_nobody if _denied({"actions": [], "enabled": true}) == {["actions"]}

test_deny_missing if _denied({}) == {["actions"]}

test_deny_off if _denied({"actions": ["topic"], "enabled": false}) == {["enabled"]}

test_allow_called if _denied({"actions": ["topic"], "enabled": true}) == set()

test_allow_other_watchers if _denied({"watch": "alarm", "actions": [], "enabled": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "watch": "findings_route"},
		{"id": "b", "watch": "alarm"},
	]
	policy.subjects == {"a"} with input.monitor as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"watch": "findings_route"}), facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
