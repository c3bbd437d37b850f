package gapcheck.cluster.shows_traffic_between_pods_test

import data.gapcheck.cluster.shows_traffic_between_pods as policy

test_deny_off if _denied({"shows_traffic": false}) == {["shows_traffic"]}

test_allow_on if _denied({"shows_traffic": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "shows_traffic": false},
		{"id": "b", "shows_traffic": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
