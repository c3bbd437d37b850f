package gapcheck.cluster.sends_control_plane_logs_test

import data.gapcheck.cluster.sends_control_plane_logs as policy

test_deny_no_logs if _denied({"log_types": []}) == {["log_types"]}

test_deny_some_logs if _denied({"log_types": ["api", "audit"]}) == {["log_types"]}

test_deny_logging_off if _denied({"logging": false}) == {["logging"]}

test_allow_all_logs if _denied({"log_types": ["api", "audit", "authenticator", "controllerManager", "scheduler"]}) == set()

test_allow_logging_on if _denied({"logging": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_are_clusters_that_tell if {
	clusters := [{"id": "a", "log_types": []}, {"id": "b", "logging": true}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.cluster as clusters
}

test_deny_log_types if _denied({"log_types": ["api", "audit", "authenticator", "scheduler"]}) == {["log_types"]}

_denied(facts) := paths if {
	cluster := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
