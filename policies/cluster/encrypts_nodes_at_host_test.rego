package gapcheck.cluster.encrypts_nodes_at_host_test

import data.gapcheck.cluster.encrypts_nodes_at_host as policy

test_deny_off if _denied({"encryption_at_host": false}) == {["encryption_at_host"]}

test_allow_on if _denied({"encryption_at_host": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "encryption_at_host": false},
		{"id": "b", "encryption_at_host": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
