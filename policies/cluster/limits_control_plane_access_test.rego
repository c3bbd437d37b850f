package gapcheck.cluster.limits_control_plane_access_test

import data.gapcheck.cluster.limits_control_plane_access as policy

test_deny_open_to_all if _denied({"public_endpoint": true, "endpoint_cidrs": ["10.0.0.0/8", "0.0.0.0/0"]}) == {["endpoint_cidrs", "1"]}

test_allow_named_networks if _denied({"public_endpoint": true, "endpoint_cidrs": ["198.51.100.0/24"]}) == set()

test_allow_private if _denied({"public_endpoint": false, "endpoint_cidrs": ["0.0.0.0/0"]}) == set()

test_allow_missing_where_there_is_no_endpoint if _denied({}) == set()

test_subjects_are_clusters_with_an_endpoint if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "public_endpoint": false}, {"id": "b"}]
}

test_deny_endpoint_cidrs_public_endpoint if {
	_denied({"endpoint_cidrs": ["::/0"], "public_endpoint": true}) == {["endpoint_cidrs", "0"]}
}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
