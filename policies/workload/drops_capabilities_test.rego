package gapcheck.workload.drops_capabilities_test

import data.gapcheck.workload.drops_capabilities as policy

test_deny_some if _denied({"dropped_capabilities": ["NET_RAW"]}) == {["dropped_capabilities"]}

test_deny_default if _denied({"dropped_capabilities": []}) == {["dropped_capabilities"]}

test_deny_missing if _denied({}) == {["dropped_capabilities"]}

test_allow_all if _denied({"dropped_capabilities": ["ALL"]}) == set()

test_deny_default_of_services if _denied({"format": "compose", "dropped_capabilities": []}) == {["dropped_capabilities"]}

test_allow_services_that_drop_some if _denied({"format": "compose", "dropped_capabilities": ["NET_RAW"]}) == set()

test_subjects_have_capabilities if {
	policy.subjects == {"a"} with input.workload as [{"id": "a", "format": "kubernetes"}, {"id": "b", "format": "kubernetes", "os": "windows"}]
}

_denied(facts) := paths if {
	workload := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [workload]
}

test_allow_windows if _denied({"dropped_capabilities": [], "os": "windows"}) == set()
