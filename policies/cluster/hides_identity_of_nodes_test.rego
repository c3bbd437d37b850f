package gapcheck.cluster.hides_identity_of_nodes_test

import data.gapcheck.cluster.hides_identity_of_nodes as policy

test_deny_off if _denied({"hides_node_identity": false}) == {["hides_node_identity"]}

test_allow_on if _denied({"hides_node_identity": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "hides_node_identity": false},
		{"id": "b", "hides_node_identity": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
