package gapcheck.cluster.calls_nodes_by_their_own_name_test

import data.gapcheck.cluster.calls_nodes_by_their_own_name as policy

test_deny_named if _denied({"hostname-override": "node-1"}) == {["flags", "hostname-override"]}

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kubelet"} with input.cluster as [
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {"hostname-override": "node-1"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kubelet", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
