package gapcheck.cluster.encrypts_ways_between_etcd_peers_test

import data.gapcheck.cluster.encrypts_ways_between_etcd_peers as policy

test_deny_missing if _denied({}) == {["flags", "peer-cert-file"], ["flags", "peer-key-file"]}

test_deny_key_missing if _denied({"peer-cert-file": "/c"}) == {["flags", "peer-key-file"]}

test_allow_both if _denied({"peer-cert-file": "/c", "peer-key-file": "/k"}) == set()

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
