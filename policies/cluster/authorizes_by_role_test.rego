package gapcheck.cluster.authorizes_by_role_test

import data.gapcheck.cluster.authorizes_by_role as policy

test_deny_missing if _denied({}) == {["flags", "authorization-mode"]}

test_deny_attributes if _denied({"authorization-mode": "Node,ABAC"}) == {["flags", "authorization-mode"]}

test_allow_roles if _denied({"authorization-mode": "Node,RBAC"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
