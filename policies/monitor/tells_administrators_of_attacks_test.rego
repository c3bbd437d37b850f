package gapcheck.monitor.tells_administrators_of_attacks_test

import data.gapcheck.monitor.tells_administrators_of_attacks as policy

test_deny_false if _denied({"alerts_to_admins": false}) == {["alerts_to_admins"]}

test_allow_true if _denied({"alerts_to_admins": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_allow_others if _denied({"watch": "other", "alerts_to_admins": false}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "watch": "database_alerts", "alerts_to_admins": true},
		{"id": "b", "watch": "database_alerts", "alerts_to_admins": false},
		{"id": "c", "watch": "database_alerts"},
		{"id": "d", "watch": "other", "alerts_to_admins": true},
	]
	policy.subjects == {"a", "b"} with input.monitor as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "watch": "database_alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
