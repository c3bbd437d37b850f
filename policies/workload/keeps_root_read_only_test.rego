package gapcheck.workload.keeps_root_read_only_test

import data.gapcheck.workload.keeps_root_read_only as policy

test_deny_default if _denied({"read_only_root": false}) == {["read_only_root"]}

test_allow_read_only if _denied({"read_only_root": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
