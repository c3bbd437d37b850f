package gapcheck.cluster.ends_idle_streams_test

import data.gapcheck.cluster.ends_idle_streams as policy

test_deny_never if _denied({"streaming-connection-idle-timeout": "0"}) == {["flags", "streaming-connection-idle-timeout"]}

test_deny_zero_seconds if _denied({"streaming-connection-idle-timeout": "0h0m0s"}) == {["flags", "streaming-connection-idle-timeout"]}

test_allow_minutes if _denied({"streaming-connection-idle-timeout": "5m0s"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kubelet"} with input.cluster as [
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {"streaming-connection-idle-timeout": "0"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kubelet", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
