package gapcheck.workload.limits_memory_test

import data.gapcheck.workload.limits_memory as policy

test_deny_missing if _denied({"container_type": "main"}) == {["memory_limit"]}

test_allow_limit if _denied({"container_type": "init", "memory_limit": "1Gi"}) == set()

test_allow_debugging if _denied({"container_type": "ephemeral"}) == set()

test_subjects_are_all_but_debugging if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "container_type": "main"}, {"id": "b", "container_type": "ephemeral"}]
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
