package gapcheck.machine.patches_itself_test

import data.gapcheck.machine.patches_itself as policy

test_deny_off if _denied({"patches_itself": false}) == {["patches_itself"]}

test_allow_on if _denied({"patches_itself": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "patches_itself": false},
		{"id": "b", "patches_itself": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
