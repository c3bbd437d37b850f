package gapcheck.network.reaches_services_privately_test

import data.gapcheck.network.reaches_services_privately as policy

test_deny_off if _denied({"private_service_access": false}) == {["private_service_access"]}

test_allow_on if _denied({"private_service_access": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "private_service_access": false},
		{"id": "b", "private_service_access": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.network as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [subject]
}
