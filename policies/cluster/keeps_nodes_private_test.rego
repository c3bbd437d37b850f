package gapcheck.cluster.keeps_nodes_private_test

import data.gapcheck.cluster.keeps_nodes_private as policy

test_deny_public_nodes if _denied({"private_nodes": false}) == {["private_nodes"]}

test_allow_private_nodes if _denied({"private_nodes": true}) == set()

test_allow_missing_where_subnets_decide if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "private_nodes": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
