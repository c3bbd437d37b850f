package gapcheck.endpoint.says_whether_it_works_test

import data.gapcheck.endpoint.says_whether_it_works as policy

test_deny_off if _denied({"health_check": false}) == {["health_check"]}

test_allow_on if _denied({"health_check": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "health_check": false},
		{"id": "b", "health_check": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
