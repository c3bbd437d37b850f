package gapcheck.workload.prevents_privilege_escalation_test

import data.gapcheck.workload.prevents_privilege_escalation as policy

test_deny_default if _denied({"allow_privilege_escalation": true}) == {["allow_privilege_escalation"]}

test_allow_bound if _denied({"allow_privilege_escalation": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
