package gapcheck.workload.survives_maintenance_test

import data.gapcheck.workload.survives_maintenance as policy

test_deny_without if _denied(object.union(_replicated, {"covered_by_disruption_budget": false})) == {["covered_by_disruption_budget"]}

test_allow_with if _denied(object.union(_replicated, {"covered_by_disruption_budget": true})) == set()

test_allow_missing if _denied(_replicated) == set()

test_allow_single if _denied({"type": "Deployment", "pod": "web", "first_of_pod": true, "replicas": 1}) == set()

test_subjects_are_replicated if {
	policy.subjects == {"a"} with input.workload as [object.union(_replicated, {"id": "a"}), {"id": "b"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "first_of_pod": true, "format": "kubernetes", "pod": "web", "replicas": 1, "type": "Deployment"},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_no_covered_by_disruption_budget_type_deployment_p if {
	_denied({"covered_by_disruption_budget": false, "type": "Deployment", "pod": "web", "replicas": 2}) == set()
}

test_subjects_first_of_pod_pod_web_replicas_2 if {
	policy.subjects == set() with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 2}, {"id": "b"}]
}

test_subjects_first_of_pod_pod_web_replicas_2_2 if {
	policy.subjects == {"a"} with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 2, "type": "StatefulSet"}, {"id": "b"}]
}

test_subjects_first_of_pod_pod_web_replicas_2_3 if {
	policy.subjects == {"a"} with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 2, "type": "Rollout"}, {"id": "b"}]
}

test_subjects_type_deployment_pod_web_replicas_2 if {
	policy.subjects == set() with input.workload as [{"type": "Deployment", "id": "a", "pod": "web", "replicas": 2}, {"id": "b"}]
}

_replicated := {"type": "Deployment", "pod": "web", "first_of_pod": true, "replicas": 2}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
