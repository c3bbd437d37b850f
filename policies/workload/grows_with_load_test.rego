package gapcheck.workload.grows_with_load_test

import data.gapcheck.workload.grows_with_load as policy

test_deny_without if _denied(object.union(_behind_service, {"covered_by_autoscaler": false})) == {["covered_by_autoscaler"]}

test_allow_with if _denied(object.union(_behind_service, {"covered_by_autoscaler": true})) == set()

test_allow_missing if _denied(_behind_service) == set()

test_allow_worker if _denied({"type": "Deployment", "pod": "web", "first_of_pod": true, "behind_service": false}) == set()

test_subjects_take_requests if {
	policy.subjects == {"a"} with input.workload as [object.union(_behind_service, {"id": "a"}), {"id": "b"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "behind_service": false, "first_of_pod": true, "format": "kubernetes", "pod": "web", "type": "Deployment"},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_type_deployment_no_covered_by_autoscaler_first_of if {
	_denied({"type": "Deployment", "covered_by_autoscaler": false, "first_of_pod": true, "pod": "web"}) == set()
}

test_subjects_behind_service_first_of_pod_pod_web if {
	policy.subjects == set() with input.workload as [{"behind_service": true, "first_of_pod": true, "id": "a", "pod": "web"}, {"id": "b"}]
}

test_subjects_behind_service_first_of_pod_pod_web_2 if {
	policy.subjects == {"a"} with input.workload as [{"behind_service": true, "first_of_pod": true, "id": "a", "pod": "web", "type": "Rollout"}, {"id": "b"}]
}

test_subjects_behind_service_type_deployment_pod_web if {
	policy.subjects == set() with input.workload as [{"behind_service": true, "type": "Deployment", "id": "a", "pod": "web"}, {"id": "b"}]
}

_behind_service := {"type": "Deployment", "pod": "web", "first_of_pod": true, "behind_service": true}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
