package gapcheck.workload.limits_processes_test

import data.gapcheck.workload.limits_processes as policy

test_deny_missing if _denied({}) == {["pids_limit"]}

test_deny_without_limit if _denied({"pids_limit": -1}) == {["pids_limit"]}

test_deny_zero if _denied({"pids_limit": 0}) == {["pids_limit"]}

test_allow_limit if _denied({"pids_limit": 1}) == set()

test_allow_kubernetes if _denied({"format": "kubernetes"}) == set()

test_subjects_are_services if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "compose"}, {"id": "b", "format": "kubernetes"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "compose"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
