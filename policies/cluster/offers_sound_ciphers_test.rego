package gapcheck.cluster.offers_sound_ciphers_test

import data.gapcheck.cluster.offers_sound_ciphers as policy

test_deny_old_one if _denied("kube-apiserver", {"tls-cipher-suites": "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA"}) == {["flags", "tls-cipher-suites"]}

test_deny_old_one_of_a_kubelet if _denied("kubelet", {"tls-cipher-suites": "TLS_RSA_WITH_RC4_128_SHA"}) == {["flags", "tls-cipher-suites"]}

test_allow_sound if _denied("kube-apiserver", {"tls-cipher-suites": "TLS_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_256_GCM_SHA384"}) == set()

test_allow_missing if _denied("kube-apiserver", {}) == set()

test_subjects_are_these_components_only if {
	policy.subjects == {"kube-apiserver", "kubelet"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"tls-cipher-suites": "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA"}}]
}

_denied(component, flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": component, "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
