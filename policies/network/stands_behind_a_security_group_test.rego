package gapcheck.network.stands_behind_a_security_group_test

import data.gapcheck.network.stands_behind_a_security_group as policy

test_deny_off if _denied({"security_group": false}) == {["security_group"]}

test_allow_on if _denied({"security_group": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "security_group": false},
		{"id": "b", "security_group": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.network as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [subject]
}
