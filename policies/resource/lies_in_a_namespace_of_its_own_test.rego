package gapcheck.resource.lies_in_a_namespace_of_its_own_test

import data.gapcheck.resource.lies_in_a_namespace_of_its_own as policy

test_deny_default if _denied({"kind": "Pod", "namespace": "default"}) == {["namespace"]}

test_deny_settings if _denied({"kind": "ConfigMap", "namespace": "default"}) == {["namespace"]}

test_deny_copies if _denied({"kind": "ReplicaSet", "namespace": "default"}) == {["namespace"]}

test_deny_state if _denied({"kind": "StatefulSet", "namespace": "default"}) == {["namespace"]}

test_deny_service if _denied({"kind": "Service", "namespace": "default"}) == {["namespace"]}

test_deny_account if _denied({"kind": "ServiceAccount", "namespace": "default"}) == {["namespace"]}

test_allow_own if _denied({"kind": "Pod", "namespace": "shop"}) == set()

test_allow_missing if _denied({"kind": "Pod"}) == set()

test_allow_without_namespace if _denied({"kind": "ClusterRole", "namespace": "default"}) == set()

test_allow_account_of_the_cluster if _denied({"kind": "ServiceAccount", "metadata": {"name": "default"}, "namespace": "default"}) == set()

test_allow_service_of_the_cluster if _denied({"kind": "Service", "metadata": {"name": "kubernetes"}, "namespace": "default"}) == set()

test_deny_pod_of_such_a_name if _denied({"kind": "Pod", "metadata": {"name": "kubernetes"}, "namespace": "default"}) == {["namespace"]}

test_deny_service_of_such_a_name if _denied({"kind": "Service", "metadata": {"name": "default"}, "namespace": "default"}) == {["namespace"]}

test_subjects_lie_in_namespaces if {
	policy.subjects == {"a"} with input.resource as [
		{"id": "a", "name": "a", "kind": "Pod", "namespace": "shop"},
		{"id": "b", "name": "b", "kind": "Namespace", "namespace": "default"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.resource as [subject]
}
