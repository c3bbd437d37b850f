package gapcheck.workload.drops_raw_packets_test

import data.gapcheck.workload.drops_raw_packets as policy

test_deny_missing if _denied({}) == {["dropped_capabilities"]}

test_deny_others if _denied({"dropped_capabilities": ["CHOWN"]}) == {["dropped_capabilities"]}

test_allow_raw_packets_dropped if _denied({"dropped_capabilities": ["CHOWN", "NET_RAW"]}) == set()

test_allow_all_dropped if _denied({"dropped_capabilities": ["ALL"]}) == set()

test_allow_windows if _denied({"os": "windows"}) == set()

test_allow_compose if _denied({"format": "compose"}) == set()

test_subjects_are_pods_on_linux if {
	policy.subjects == {"a"} with input.workload as [
		{"id": "a", "format": "kubernetes", "os": "linux"},
		{"id": "b", "format": "kubernetes", "os": "windows"},
		{"id": "c", "format": "compose"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
