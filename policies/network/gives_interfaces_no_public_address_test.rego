package gapcheck.network.gives_interfaces_no_public_address_test

import data.gapcheck.network.gives_interfaces_no_public_address as policy

test_deny_on if _denied({"public_ip": true}) == {["public_ip"]}

test_allow_off if _denied({"public_ip": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "public_ip": true},
		{"id": "b", "public_ip": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.network as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [subject]
}
