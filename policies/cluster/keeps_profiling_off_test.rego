package gapcheck.cluster.keeps_profiling_off_test

import data.gapcheck.cluster.keeps_profiling_off as policy

test_deny_missing if _denied("kube-apiserver", {}) == {["flags", "profiling"]}

test_deny_on if _denied("kube-controller-manager", {"profiling": "true"}) == {["flags", "profiling"]}

test_allow_off if _denied("kube-scheduler", {"profiling": "false"}) == set()

test_allow_off_at_the_api_server if _denied("kube-apiserver", {"profiling": "false"}) == set()

test_allow_off_at_the_controller_manager if _denied("kube-controller-manager", {"profiling": "false"}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-apiserver", "kube-controller-manager", "kube-scheduler"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "kube-scheduler", "component": "kube-scheduler", "flags": {}},
		{"id": "etcd", "component": "etcd", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "etcd", "flags": {}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
