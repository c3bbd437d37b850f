package gapcheck.cluster.authorizes_each_request_test

import data.gapcheck.cluster.authorizes_each_request as policy

test_deny_missing if _denied("kube-apiserver", {}) == {["flags", "authorization-mode"]}

test_deny_always_allow if _denied("kubelet", {"authorization-mode": "AlwaysAllow"}) == {["flags", "authorization-mode"]}

test_deny_always_allow_among_others if _denied("kube-apiserver", {"authorization-mode": "RBAC,AlwaysAllow"}) == {["flags", "authorization-mode"]}

test_allow_roles if _denied("kube-apiserver", {"authorization-mode": "Node,RBAC"}) == set()

test_allow_webhook if _denied("kubelet", {"authorization-mode": "Webhook"}) == set()

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
