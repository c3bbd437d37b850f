package gapcheck.workload.requests_resources_test

import data.gapcheck.workload.requests_resources as policy

test_deny_missing if _denied({"container_type": "main"}) == {["cpu_request"], ["memory_request"]}

test_deny_missing_memory if _denied({"container_type": "main", "cpu_request": "1"}) == {["memory_request"]}

test_allow_both if _denied({"container_type": "main", "cpu_request": 1, "memory_request": "1Gi"}) == set()

test_allow_debugging if _denied({"container_type": "ephemeral"}) == set()

test_subjects_are_containers_of_pods if {
	workloads := [{"id": "a", "format": "kubernetes", "container_type": "init"}, {"id": "b", "format": "compose"}]
	policy.subjects == {"a"} with input.workload as workloads
}

test_allow_container_type_other if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "container_type": "other"}]
	paths == set()
}

test_deny_names_what_is_missing if {
	messages := {it.message | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}]
	messages == {"a requests no CPU", "a requests no memory"}
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
