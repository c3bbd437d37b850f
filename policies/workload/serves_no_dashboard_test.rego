package gapcheck.workload.serves_no_dashboard_test

import data.gapcheck.workload.serves_no_dashboard as policy

test_deny_dashboard if _denied({"image": "kubernetesui/dashboard:v2.7.0"}) == {["image"]}

test_deny_old_name if _denied({"image": "k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1"}) == {["image"]}

test_allow_others if _denied({"image": "grafana/grafana:11.0.0"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_compose if _denied({"image": "kubernetesui/dashboard:v2.7.0", "format": "compose"}) == set()

test_subjects_are_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
