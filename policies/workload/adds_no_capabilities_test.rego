package gapcheck.workload.adds_no_capabilities_test

import data.gapcheck.workload.adds_no_capabilities as policy

test_deny_any if _denied({"added_capabilities": ["CHOWN", "NET_BIND_SERVICE"]}) == {["added_capabilities"]}

test_allow_default if _denied({"added_capabilities": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_workloads if policy.subjects == {"a"} with input.workload as [{"id": "a"}]

test_deny_a_single_one if _denied({"added_capabilities": ["CHOWN"]}) == {["added_capabilities"]}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}
