package gapcheck.workload.spreads_its_replicas_test

import data.gapcheck.workload.spreads_its_replicas as policy

test_deny_together if _denied({"type": "Deployment", "pod": "a", "first_of_pod": true, "replicas": 3, "spreads": false}) == {["spreads"]}

test_deny_missing if _denied({"type": "Deployment", "pod": "a", "first_of_pod": true, "replicas": 3}) == {["spreads"]}

test_allow_spread if _denied({"type": "Deployment", "pod": "a", "first_of_pod": true, "replicas": 3, "spreads": true}) == set()

test_allow_one if _denied({"type": "Deployment", "pod": "a", "first_of_pod": true, "replicas": 1, "spreads": false}) == set()

test_subjects_are_services_with_replicas if {
	workloads := [{"id": "a", "type": "StatefulSet", "first_of_pod": true, "replicas": 2}, {"id": "b", "type": "Job"}]
	policy.subjects == {"a"} with input.workload as workloads
}

test_subjects_are_asked_once_a_pod if {
	workloads := [
		{"id": "a", "type": "Rollout", "first_of_pod": true, "replicas": 2},
		{"id": "b", "type": "Rollout", "replicas": 2},
		{"id": "c", "first_of_pod": true, "replicas": 2},
	]
	policy.subjects == {"a"} with input.workload as workloads
}

_denied(facts) := paths if {
	workload := object.union({"id": "a", "name": "a", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
