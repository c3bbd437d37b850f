package gapcheck.workload.stays_out_of_system_namespaces_test

import data.gapcheck.workload.stays_out_of_system_namespaces as policy

test_deny_each if {
	every namespace in ["kube-system", "kube-public", "kube-node-lease"] {
		_denied({"namespace": namespace}) == {["namespace"]}
	}
}

test_deny_other_tiers if _denied({"namespace": "kube-system", "labels": {"tier": "web"}}) == {["namespace"]}

test_allow_own if _denied({"namespace": "shop"}) == set()

test_allow_control_plane if _denied({"namespace": "kube-system", "labels": {"tier": "control-plane"}}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_pods_of_users if {
	workloads := [
		{"id": "a", "first_of_pod": true, "namespace": "shop"},
		{"id": "b", "first_of_pod": false},
		{"id": "c", "first_of_pod": true, "labels": {"tier": "control-plane"}},
	]
	policy.subjects == {"a"} with input.workload as workloads
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes", "first_of_pod": true}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
