package gapcheck.cluster.answers_on_the_host_only_test

import data.gapcheck.cluster.answers_on_the_host_only as policy

test_deny_missing if _denied("kube-controller-manager", {}) == {["flags", "bind-address"]}

test_deny_everywhere if _denied("kube-scheduler", {"bind-address": "0.0.0.0"}) == {["flags", "bind-address"]}

test_allow_host_only if _denied("kube-controller-manager", {"bind-address": "127.0.0.1"}) == set()

test_allow_scheduler_host_only if _denied("kube-scheduler", {"bind-address": "127.0.0.1"}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-controller-manager", "kube-scheduler"} with input.cluster as [
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "kube-scheduler", "component": "kube-scheduler", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
