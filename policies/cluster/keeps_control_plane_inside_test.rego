package gapcheck.cluster.keeps_control_plane_inside_test

import data.gapcheck.cluster.keeps_control_plane_inside as policy

test_deny_on if _denied({"public_endpoint": true}) == {["public_endpoint"]}

test_allow_off if _denied({"public_endpoint": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "public_endpoint": true},
		{"id": "b", "public_endpoint": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
