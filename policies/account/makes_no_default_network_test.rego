package gapcheck.account.makes_no_default_network_test

import data.gapcheck.account.makes_no_default_network as policy

test_deny_on if _denied({"default_network": true}) == {["default_network"]}

test_allow_off if _denied({"default_network": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "default_network": true},
		{"id": "b", "default_network": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
