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

test_deny_labels if {
	every label in ["k8s-app", "app"] {
		_denied({"image": "shop:1.0", "labels": {label: "kubernetes-dashboard"}}) == {["labels", label]}
	}
}

test_allow_other_labels if _denied({"image": "shop:1.0", "labels": {"app": "shop", "name": "kubernetes-dashboard"}}) == set()

test_allow_label_elsewhere if _denied({"format": "compose", "labels": {"app": "kubernetes-dashboard"}}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
