package gapcheck.cluster.spans_zones_test

import data.gapcheck.cluster.spans_zones as policy

test_deny_off if _denied({"multi_zone": false}) == {["multi_zone"]}

test_allow_on if _denied({"multi_zone": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "multi_zone": false},
		{"id": "b", "multi_zone": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
