package gapcheck.cluster.reads_no_static_credentials_test

import data.gapcheck.cluster.reads_no_static_credentials as policy

test_deny_passwords if _denied({"basic-auth-file": "/p"}) == {["flags", "basic-auth-file"]}

test_deny_tokens if _denied({"token-auth-file": "/t"}) == {["flags", "token-auth-file"]}

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"basic-auth-file": "/p"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
