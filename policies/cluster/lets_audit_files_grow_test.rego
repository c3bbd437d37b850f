package gapcheck.cluster.lets_audit_files_grow_test

import data.gapcheck.cluster.lets_audit_files_grow as policy

test_deny_missing if _denied({}) == {["flags", "audit-log-maxsize"]}

test_deny_too_small if _denied({"audit-log-maxsize": "99"}) == {["flags", "audit-log-maxsize"]}

test_allow_enough if _denied({"audit-log-maxsize": "100"}) == set()

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
