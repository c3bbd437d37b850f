package gapcheck.monitor.discovers_sensitive_data_test

import data.gapcheck.monitor.discovers_sensitive_data as policy

test_deny_paused if _denied({"enabled": false}) == {["enabled"]}

test_allow_on if _denied({"enabled": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_watchers if _denied({"watch": "alarm", "enabled": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "watch": "data_discovery"},
		{"id": "b", "watch": "alarm"},
	]
	policy.subjects == {"a"} with input.monitor as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"watch": "data_discovery"}), facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
