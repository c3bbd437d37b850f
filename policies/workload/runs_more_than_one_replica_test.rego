package gapcheck.workload.runs_more_than_one_replica_test

import data.gapcheck.workload.runs_more_than_one_replica as policy

test_deny_default if _denied(object.union(_deployment, {"replicas": 1})) == {["replicas"]}

test_allow_two if _denied(object.union(_deployment, {"replicas": 2})) == set()

test_allow_missing if _denied(_deployment) == set()

test_allow_every_node if _denied({"type": "DaemonSet", "pod": "web", "first_of_pod": true}) == set()

test_subjects_have_replicas if {
	policy.subjects == {"a"} with input.workload as [object.union(_deployment, {"id": "a", "replicas": 3}), {"id": "b"}]
}

_deployment := {"type": "Deployment", "pod": "web", "first_of_pod": true}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
