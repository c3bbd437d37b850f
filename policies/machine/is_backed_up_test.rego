package gapcheck.machine.is_backed_up_test

import data.gapcheck.machine.is_backed_up as policy

test_deny_false if _denied({"backed_up": false}) == {["backed_up"]}

test_allow_true if _denied({"backed_up": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "backed_up": true},
		{"id": "b", "backed_up": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
