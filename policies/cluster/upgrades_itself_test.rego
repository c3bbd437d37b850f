package gapcheck.cluster.upgrades_itself_test

import data.gapcheck.cluster.upgrades_itself as policy

test_deny_by_hand if _denied({"auto_upgrade": false}) == {["auto_upgrade"]}

test_allow_by_itself if _denied({"auto_upgrade": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "auto_upgrade": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
