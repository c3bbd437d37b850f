package gapcheck.cluster.closes_the_read_only_port_test

import data.gapcheck.cluster.closes_the_read_only_port as policy

test_deny_missing if _denied({}) == {["flags", "read-only-port"]}

test_deny_open if _denied({"read-only-port": "10255"}) == {["flags", "read-only-port"]}

test_allow_closed if _denied({"read-only-port": "0"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kubelet"} with input.cluster as [
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kubelet", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
