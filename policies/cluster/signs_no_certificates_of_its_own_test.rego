package gapcheck.cluster.signs_no_certificates_of_its_own_test

import data.gapcheck.cluster.signs_no_certificates_of_its_own as policy

test_deny_own if _denied({"auto-tls": "true"}) == {["flags", "auto-tls"]}

test_deny_own_for_peers if _denied({"peer-auto-tls": "true"}) == {["flags", "peer-auto-tls"]}

test_allow_off if _denied({"auto-tls": "false", "peer-auto-tls": "false"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"etcd"} with input.cluster as [
		{"id": "etcd", "component": "etcd", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {"auto-tls": "true"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "etcd", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
