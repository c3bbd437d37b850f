package gapcheck.database.refuses_shared_keys_test

import data.gapcheck.database.refuses_shared_keys as policy

test_deny_on if _denied({"local_auth": true}) == {["local_auth"]}

test_allow_off if _denied({"local_auth": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "local_auth": true},
		{"id": "b", "local_auth": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
