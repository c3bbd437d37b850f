package gapcheck.cluster.runs_nodes_on_a_small_system_test

import data.gapcheck.cluster.runs_nodes_on_a_small_system as policy

test_deny_ubuntu if _denied({"node_image": "UBUNTU_CONTAINERD"}) == {["node_image"]}

test_allow_small if _denied({"node_image": "COS_CONTAINERD"}) == set()

test_allow_any_case if _denied({"node_image": "cos_containerd"}) == set()

test_allow_windows if _denied({"node_image": "WINDOWS_LTSC_CONTAINERD"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.cluster as [{"id": "a", "node_image": "COS"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
