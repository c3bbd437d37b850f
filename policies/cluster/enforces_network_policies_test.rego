package gapcheck.cluster.enforces_network_policies_test

import data.gapcheck.cluster.enforces_network_policies as policy

test_deny_unenforced if _denied({"network_policy": false}) == {["network_policy"]}

test_allow_enforced if _denied({"network_policy": true}) == set()

test_allow_missing_where_an_add_on_decides if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "network_policy": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
