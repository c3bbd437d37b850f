package gapcheck.workload.is_not_privileged_test

import data.gapcheck.workload.is_not_privileged as policy

test_deny_privileged if _denied({"privileged": true}) == {["privileged"]}

test_allow_default if _denied({"privileged": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a", "b"} with input.workload as [{"id": "a"}, {"id": "b"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
