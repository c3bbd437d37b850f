package gapcheck.cluster.serves_with_a_known_certificate_test

import data.gapcheck.cluster.serves_with_a_known_certificate as policy

test_deny_missing if _denied("kube-apiserver", {}) == {["flags", "tls-cert-file"], ["flags", "tls-private-key-file"]}

test_deny_key_missing if _denied("kubelet", {"tls-cert-file": "/c"}) == {["flags", "tls-private-key-file"]}

test_allow_both if _denied("kube-apiserver", {"tls-cert-file": "/c", "tls-private-key-file": "/k"}) == set()

test_allow_kubelet_both if _denied("kubelet", {"tls-cert-file": "/c", "tls-private-key-file": "/k"}) == set()

test_allow_rotated if _denied("kubelet", {"rotate-server-certificates": "true"}) == set()

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
