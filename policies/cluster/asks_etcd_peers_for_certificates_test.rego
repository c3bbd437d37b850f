package gapcheck.cluster.asks_etcd_peers_for_certificates_test

import data.gapcheck.cluster.asks_etcd_peers_for_certificates as policy

test_deny_missing if _denied({}) == {["flags", "peer-client-cert-auth"]}

test_deny_off if _denied({"peer-client-cert-auth": "false"}) == {["flags", "peer-client-cert-auth"]}

test_allow_on if _denied({"peer-client-cert-auth": "true"}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"etcd"} with input.cluster as [
		{"id": "etcd", "component": "etcd", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "etcd", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
