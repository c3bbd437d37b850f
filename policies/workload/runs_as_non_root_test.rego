package gapcheck.workload.runs_as_non_root_test

import data.gapcheck.workload.runs_as_non_root as policy

test_deny_root_by_name if _denied({"user": "root"}) == {["user"]}

test_deny_root_by_number if _denied({"user": 0, "run_as_non_root": false}) == {["user"]}

test_deny_missing_user if _denied({"run_as_non_root": false}) == {["user"]}

test_allow_user if _denied({"user": 1000, "run_as_non_root": false}) == set()

test_allow_refusal_of_root if _denied({"run_as_non_root": true}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

test_deny_user_0 if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "user": "0"}]
	paths == {["user"]}
}

test_deny_user_empty if {
	paths := {it.path | some it in policy.deny} with input.workload as [{"id": "a", "name": "a", "user": ""}]
	paths == {["user"]}
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
