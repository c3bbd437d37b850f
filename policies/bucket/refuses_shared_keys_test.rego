package gapcheck.bucket.refuses_shared_keys_test

import data.gapcheck.bucket.refuses_shared_keys as policy

test_deny_on if _denied({"shared_key_access": true}) == {["shared_key_access"]}

test_allow_off if _denied({"shared_key_access": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "shared_key_access": true},
		{"id": "b", "shared_key_access": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
