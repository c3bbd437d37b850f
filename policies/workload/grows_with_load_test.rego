package gapcheck.workload.grows_with_load_test

import data.gapcheck.workload.grows_with_load as policy

test_deny_without if _denied(object.union(_behind_service, {"covered_by_autoscaler": false})) == {["covered_by_autoscaler"]}

test_allow_with if _denied(object.union(_behind_service, {"covered_by_autoscaler": true})) == set()

test_allow_missing if _denied(_behind_service) == set()

test_allow_worker if _denied({"type": "Deployment", "pod": "web", "first_of_pod": true, "behind_service": false}) == set()

test_subjects_take_requests if {
	policy.subjects == {"a"} with input.workload as [object.union(_behind_service, {"id": "a"}), {"id": "b"}]
}

_behind_service := {"type": "Deployment", "pod": "web", "first_of_pod": true, "behind_service": true}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
