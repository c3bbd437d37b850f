package gapcheck.log.records_traffic_test

import data.gapcheck.log.records_traffic as policy

test_deny_false if _denied({"enabled": false}) == {["enabled"]}

test_allow_true if _denied({"enabled": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_allow_others if _denied({"form": "other", "enabled": false}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "form": "flow", "enabled": true},
		{"id": "b", "form": "flow", "enabled": false},
		{"id": "c", "form": "flow"},
		{"id": "d", "form": "other", "enabled": true},
	]
	policy.subjects == {"a", "b"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "flow"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
