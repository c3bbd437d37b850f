package gapcheck.cluster.proves_itself_to_kubelets_test

import data.gapcheck.cluster.proves_itself_to_kubelets as policy

test_deny_missing if _denied({}) == {["flags", "kubelet-client-certificate"], ["flags", "kubelet-client-key"]}

test_deny_key_missing if _denied({"kubelet-client-certificate": "/c"}) == {["flags", "kubelet-client-key"]}

test_allow_both if _denied({"kubelet-client-certificate": "/c", "kubelet-client-key": "/k"}) == set()

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
