package gapcheck.network.bounds_what_namespaces_use_test

import data.gapcheck.network.bounds_what_namespaces_use as policy

test_deny_unbounded if _denied({"layer": "namespace", "quota": false}) == {["quota"]}

test_allow_bounded if _denied({"layer": "namespace", "quota": true}) == set()

test_allow_own if _denied({"layer": "namespace", "quota": false, "name": "kube-system"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_namespaces if {
	networks := [{"id": "a", "name": "a", "layer": "namespace", "quota": true}, {"id": "b", "name": "b", "layer": "subnet"}]
	policy.subjects == {"a"} with input.network as networks
}

test_allow_other_layers if _denied({"layer": "subnet", "quota": false}) == set()

test_subjects_tell_of_quotas if policy.subjects == set() with input.network as [{"id": "a", "name": "a", "layer": "namespace"}]

_denied(facts) := paths if {
	network := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [network]
}
