package gapcheck.workload.is_covered_by_network_policy_test

import data.gapcheck.workload.is_covered_by_network_policy as policy

test_deny_without if _denied({"pod": "web", "first_of_pod": true, "covered_by_network_policy": false}) == {["covered_by_network_policy"]}

test_allow_with if _denied({"pod": "web", "first_of_pod": true, "covered_by_network_policy": true}) == set()

test_allow_missing if _denied({"pod": "web", "first_of_pod": true}) == set()

test_subjects_are_containers_of_pods if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes", "first_of_pod": true}, {"id": "b", "format": "compose"}]
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
