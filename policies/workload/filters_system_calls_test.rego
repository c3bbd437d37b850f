package gapcheck.workload.filters_system_calls_test

import data.gapcheck.workload.filters_system_calls as policy

test_deny_unconfined if _denied({"seccomp": "Unconfined"}) == {["seccomp"]}

test_allow_default_of_runtime if _denied({"seccomp": "RuntimeDefault"}) == set()

test_allow_own_profile if _denied({"seccomp": "Localhost"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
