package gapcheck.cluster.serves_encrypted_ports_only_test

import data.gapcheck.cluster.serves_encrypted_ports_only as policy

test_deny_insecure_address if _denied({"insecure-bind-address": "0.0.0.0"}) == {["flags", "insecure-bind-address"]}

test_deny_insecure_port if _denied({"insecure-port": "8080"}) == {["flags", "insecure-port"]}

test_allow_no_insecure_port if _denied({"insecure-port": "0"}) == set()

test_deny_no_secure_port if _denied({"secure-port": "0"}) == {["flags", "secure-port"]}

test_deny_plain_kubelets if _denied({"kubelet-https": "false"}) == {["flags", "kubelet-https"]}

test_allow_encrypted if _denied({"secure-port": "6443", "kubelet-https": "true"}) == set()

test_allow_such_values_of_others if _denied({"profiling": "false", "audit-log-maxage": "0"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kube-apiserver"} with input.cluster as [
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "kube-controller-manager", "component": "kube-controller-manager", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-controller-manager", "flags": {"insecure-bind-address": "0.0.0.0"}}]
}

test_allow_value_of_another_flag if _denied({"kubelet-https": "0", "secure-port": "false"}) == set()

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kube-apiserver", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
