package gapcheck.cluster.runs_no_dashboard_test

import data.gapcheck.cluster.runs_no_dashboard as policy

test_deny_on if _denied({"dashboard": true}) == {["dashboard"]}

test_allow_off if _denied({"dashboard": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "dashboard": true},
		{"id": "b", "dashboard": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
