package gapcheck.cluster.refuses_anonymous_requests_test

import data.gapcheck.cluster.refuses_anonymous_requests as policy

test_deny_missing if _denied("kube-apiserver", {}) == {["flags", "anonymous-auth"]}

test_deny_allowed if _denied("kubelet", {"anonymous-auth": "true"}) == {["flags", "anonymous-auth"]}

test_allow_refused if _denied("kube-apiserver", {"anonymous-auth": "false"}) == set()

test_allow_refused_by_kubelet if _denied("kubelet", {"anonymous-auth": "false"}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-apiserver", "kubelet"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
