package gapcheck.workload.is_no_tiller_test

import data.gapcheck.workload.is_no_tiller as policy

test_deny_tiller if _denied({"image": "ghcr.io/helm/tiller:v2.16.0"}) == {["image"]}

test_allow_others if _denied({"image": "shop:1.0"}) == set()

test_allow_missing if _denied({}) == set()

test_deny_label if _denied({"image": "shop:1.0", "labels": {"app": "helm", "name": "tiller"}}) == {["labels", "name"]}

test_allow_other_labels if _denied({"image": "shop:1.0", "labels": {"app": "tiller-viewer", "name": "shop"}}) == set()

test_allow_label_elsewhere if _denied({"labels": {"name": "tiller"}, "format": "compose"}) == set()

test_allow_compose if _denied({"image": "tiller", "format": "compose"}) == set()

test_subjects_are_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "compose"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
