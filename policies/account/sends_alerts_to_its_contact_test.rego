package gapcheck.account.sends_alerts_to_its_contact_test

import data.gapcheck.account.sends_alerts_to_its_contact as policy

test_deny_false if _denied({"alert_notifications": false}) == {["alert_notifications"]}

test_allow_true if _denied({"alert_notifications": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "alert_notifications": true},
		{"id": "b", "alert_notifications": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
