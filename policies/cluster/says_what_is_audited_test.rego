package gapcheck.cluster.says_what_is_audited_test

import data.gapcheck.cluster.says_what_is_audited as policy

test_deny_missing if _denied({"audit-log-path": "/a"}) == {["flags", "audit-policy-file"]}

test_allow_policy if _denied({"audit-policy-file": "/p"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"audit-log-path": "/a"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
