package gapcheck.cluster.boots_signed_software_test

import data.gapcheck.cluster.boots_signed_software as policy

test_deny_false if _denied({"node_secure_boot": false}) == {["node_secure_boot"]}

test_allow_true if _denied({"node_secure_boot": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "node_secure_boot": true},
		{"id": "b", "node_secure_boot": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
