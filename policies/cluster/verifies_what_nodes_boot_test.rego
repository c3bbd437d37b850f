package gapcheck.cluster.verifies_what_nodes_boot_test

import data.gapcheck.cluster.verifies_what_nodes_boot as policy

test_deny_each if {
	every it in ["shielded_nodes", "node_integrity_monitoring"] {
		_denied({it: false}) == {[it]}
	}
}

test_allow_all if _denied({"shielded_nodes": true, "node_integrity_monitoring": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "shielded_nodes": true},
		{"id": "b", "node_integrity_monitoring": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
