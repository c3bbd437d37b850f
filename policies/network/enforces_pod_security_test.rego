package gapcheck.network.enforces_pod_security_test

import data.gapcheck.network.enforces_pod_security as policy

test_deny_missing if _denied({"layer": "namespace"}) == {["pod_security"]}

test_deny_privileged if _denied({"layer": "namespace", "pod_security": "privileged"}) == {["pod_security"]}

test_allow_baseline if _denied({"layer": "namespace", "pod_security": "baseline"}) == set()

test_allow_own_namespaces_of_the_cluster if _denied({"layer": "namespace", "name": "kube-system"}) == set()

test_allow_other_networks if _denied({"layer": "subnet"}) == set()

test_subjects_are_namespaces if {
	policy.subjects == {"a"} with input.network as [{"id": "a", "name": "shop", "layer": "namespace"}, {"id": "b", "layer": "network"}]
}

test_allow_layer_namespace_pod_security_restricted if {
	paths := {it.path | some it in policy.deny} with input.network as [{"id": "a", "layer": "namespace", "name": "shop", "pod_security": "restricted"}, {"id": "b", "layer": "network"}]
	paths == set()
}

_denied(facts) := paths if {
	network := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [network]
}
