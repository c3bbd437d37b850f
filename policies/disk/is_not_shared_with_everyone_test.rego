package gapcheck.disk.is_not_shared_with_everyone_test

import data.gapcheck.disk.is_not_shared_with_everyone as policy

test_deny_all if _denied({"shared_with": ["1", "all"]}) == {["shared_with", "1"]}

test_allow_named if _denied({"shared_with": ["1"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_volume if policy.subjects == set() with input.disk as [{"id": "a", "form": "volume"}]

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "form": "snapshot"},
		{"id": "b", "form": "image"},
	]
	policy.subjects == {"a", "b"} with input.disk as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "image"}, facts))
	paths := {it.path | some it in policy.deny} with input.disk as [subject]
}
