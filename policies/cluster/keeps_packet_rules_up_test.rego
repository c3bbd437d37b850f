package gapcheck.cluster.keeps_packet_rules_up_test

import data.gapcheck.cluster.keeps_packet_rules_up as policy

test_deny_off if _denied({"make-iptables-util-chains": "false"}) == {["flags", "make-iptables-util-chains"]}

test_allow_on if _denied({"make-iptables-util-chains": "true"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_this_component_only if {
	policy.subjects == {"kubelet"} with input.cluster as [
		{"id": "kubelet", "component": "kubelet", "flags": {}},
		{"id": "kube-apiserver", "component": "kube-apiserver", "flags": {}},
		{"id": "managed"},
	]
}

test_allow_another_component if {
	policy.deny == set() with input.cluster as [{"id": "a", "name": "a", "component": "kube-apiserver", "flags": {"make-iptables-util-chains": "false"}}]
}

_denied(flags) := paths if {
	cluster := {"id": "a", "name": "a", "component": "kubelet", "flags": flags}
	paths := {it.path | some it in policy.deny} with input.cluster as [cluster]
}
