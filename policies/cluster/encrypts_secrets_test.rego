package gapcheck.cluster.encrypts_secrets_test

import data.gapcheck.cluster.encrypts_secrets as policy

test_deny_without_key if _denied({"secrets_encrypted": false}) == {["secrets_encrypted"]}

test_allow_with_key if _denied({"secrets_encrypted": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "secrets_encrypted": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
