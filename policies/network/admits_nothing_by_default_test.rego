package gapcheck.network.admits_nothing_by_default_test

import data.gapcheck.network.admits_nothing_by_default as policy

test_deny_open if _denied({"layer": "namespace", "default_deny_ingress": false}) == {["default_deny_ingress"]}

test_allow_closed if _denied({"layer": "namespace", "default_deny_ingress": true}) == set()

test_allow_missing if _denied({"layer": "namespace"}) == set()

test_subjects_are_namespaces if {
	policy.subjects == {"a"} with input.network as [{"id": "a", "name": "shop", "layer": "namespace"}, {"id": "b", "layer": "network"}]
}

test_allow_no_default_deny_ingress if {
	paths := {it.path | some it in policy.deny} with input.network as [{"id": "a", "name": "a", "default_deny_ingress": false}]
	paths == set()
}

test_allow_own_namespaces if _denied({"layer": "namespace", "name": "kube-system", "default_deny_ingress": false}) == set()

test_subjects_leave_own_namespaces_out if policy.subjects == set() with input.network as [{"id": "a", "name": "kube-system", "layer": "namespace"}]

_denied(facts) := paths if {
	network := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [network]
}
