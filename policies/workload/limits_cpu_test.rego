package gapcheck.workload.limits_cpu_test

import data.gapcheck.workload.limits_cpu as policy

test_deny_missing if _denied({}) == {["cpu_limit"]}

test_allow_limit if _denied({"cpu_limit": "500m"}) == set()

test_allow_ephemeral if _denied({"container_type": "ephemeral"}) == set()

test_subjects_last if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "container_type": "main"}, {"id": "b", "container_type": "ephemeral"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
