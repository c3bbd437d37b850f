package gapcheck.database.asks_caches_for_a_password_test

import data.gapcheck.database.asks_caches_for_a_password as policy

test_deny_off if _denied({"asks_password": false}) == {["asks_password"]}

test_allow_on if _denied({"asks_password": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "asks_password": false},
		{"id": "b", "asks_password": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
