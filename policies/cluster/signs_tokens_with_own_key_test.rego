package gapcheck.cluster.signs_tokens_with_own_key_test

import data.gapcheck.cluster.signs_tokens_with_own_key as policy

test_deny_missing if _denied("kube-apiserver", {}) == {["flags", "service-account-key-file"]}

test_deny_missing_at_the_controller_manager if _denied("kube-controller-manager", {}) == {["flags", "service-account-private-key-file"]}

test_allow_key if _denied("kube-apiserver", {"service-account-key-file": "/k"}) == set()

test_allow_private_key if _denied("kube-controller-manager", {"service-account-private-key-file": "/k"}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-apiserver", "kube-controller-manager"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "kube-scheduler", "component": "kube-scheduler", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-scheduler", "flags": {}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
