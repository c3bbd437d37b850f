package gapcheck.database.search_encrypts_between_nodes_test

import data.gapcheck.database.search_encrypts_between_nodes as policy

test_deny_plain if _denied({"node_to_node_encrypted": false}) == {["node_to_node_encrypted"]}

test_allow_encrypted if _denied({"node_to_node_encrypted": true}) == set()

test_allow_missing_where_there_are_no_nodes if _denied({}) == set()

test_subjects_are_domains if {
	population := [{"id": "a", "node_to_node_encrypted": false}, {"id": "b"}]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
