package gapcheck.bucket.decides_access_in_one_place_test

import data.gapcheck.bucket.decides_access_in_one_place as policy

test_deny_off if _denied({"uniform_access": false}) == {["uniform_access"]}

test_allow_on if _denied({"uniform_access": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "uniform_access": false},
		{"id": "b", "uniform_access": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
