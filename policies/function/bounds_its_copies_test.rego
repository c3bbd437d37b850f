package gapcheck.function.bounds_its_copies_test

import data.gapcheck.function.bounds_its_copies as policy

test_deny_unbounded if _denied({"reserved_concurrency": -1}) == {["reserved_concurrency"]}

test_allow_bounded if _denied({"reserved_concurrency": 100}) == set()

test_allow_none if _denied({"reserved_concurrency": 0}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "reserved_concurrency": 5},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
