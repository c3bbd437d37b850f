package gapcheck.workload.is_covered_by_network_policy_test

import data.gapcheck.workload.is_covered_by_network_policy as policy

test_deny_without if _denied({"pod": "web", "first_of_pod": true, "covered_by_network_policy": false}) == {["covered_by_network_policy"]}

test_allow_with if _denied({"pod": "web", "first_of_pod": true, "covered_by_network_policy": true}) == set()

test_allow_missing if _denied({"pod": "web", "first_of_pod": true}) == set()

test_subjects_are_containers_of_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes", "first_of_pod": true}, {"id": "b", "format": "compose"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "first_of_pod": true},
		{"id": "b", "format": "kubernetes"},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_no_covered_by_network_policy_first_of_pod_pod_web if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"covered_by_network_policy": false, "first_of_pod": true, "pod": "web", "id": "kubernetes:a.yaml#web", "name": "web"}]
	paths == set()
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
