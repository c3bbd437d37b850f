package gapcheck.cluster.ties_sign_in_to_the_directory_test

import data.gapcheck.cluster.ties_sign_in_to_the_directory as policy

test_deny_without if _denied({"directory_sign_in": false}) == {["directory_sign_in"]}

test_allow_with if _denied({"directory_sign_in": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "directory_sign_in": true},
		{"id": "b", "directory_sign_in": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
