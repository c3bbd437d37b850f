package gapcheck.workload.runs_under_high_uid_test

import data.gapcheck.workload.runs_under_high_uid as policy

test_deny_missing if _denied({}) == {["user"]}

test_deny_low if _denied({"user": 9999}) == {["user"]}

test_deny_name if _denied({"user": "app"}) == {["user"]}

test_allow_high if _denied({"user": 10000}) == set()

test_allow_windows if _denied({"os": "windows"}) == set()

test_allow_ephemeral if _denied({"container_type": "ephemeral"}) == set()

test_allow_compose if _denied({"format": "compose"}) == set()

test_subjects_are_pods_on_linux if {
	policy.subjects == {"a"} with input.workload as [
		{"id": "a", "format": "kubernetes", "container_type": "main", "os": "linux"},
		{"id": "b", "format": "kubernetes", "container_type": "main", "os": "windows"},
		{"id": "c", "format": "compose", "container_type": "main"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "format": "kubernetes", "container_type": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
