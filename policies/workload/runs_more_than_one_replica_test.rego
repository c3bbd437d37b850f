package gapcheck.workload.runs_more_than_one_replica_test

import data.gapcheck.workload.runs_more_than_one_replica as policy

test_deny_default if _denied(object.union(_deployment, {"replicas": 1})) == {["replicas"]}

test_allow_two if _denied(object.union(_deployment, {"replicas": 2})) == set()

test_allow_missing if _denied(_deployment) == set()

test_allow_every_node if _denied({"type": "DaemonSet", "pod": "web", "first_of_pod": true}) == set()

test_subjects_have_replicas if {
	policy.subjects == {"a"} with input.workload as [object.union(_deployment, {"id": "a", "replicas": 3}), {"id": "b"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "first_of_pod": true, "format": "kubernetes", "pod": "web", "type": "Deployment"},
	]
	policy.subjects == set() with input.workload as population
}

test_allow_type_deployment_pod_web_replicas_1 if {
	_denied({"type": "Deployment", "pod": "web", "replicas": 1}) == set()
}

test_subjects_first_of_pod_pod_web_replicas_3 if {
	policy.subjects == set() with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 3}, {"id": "b"}]
}

test_subjects_first_of_pod_pod_web_replicas_3_2 if {
	policy.subjects == {"a"} with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 3, "type": "StatefulSet"}, {"id": "b"}]
}

test_subjects_first_of_pod_pod_web_replicas_3_3 if {
	policy.subjects == {"a"} with input.workload as [{"first_of_pod": true, "id": "a", "pod": "web", "replicas": 3, "type": "Rollout"}, {"id": "b"}]
}

test_subjects_type_deployment_pod_web_replicas_3 if {
	policy.subjects == set() with input.workload as [{"type": "Deployment", "id": "a", "pod": "web", "replicas": 3}, {"id": "b"}]
}

_deployment := {"type": "Deployment", "pod": "web", "first_of_pod": true}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
