package gapcheck.bucket.locks_evidence_test

import data.gapcheck.bucket.locks_evidence as policy

test_deny_unlocked if _denied({"object_lock": false}) == {["object_lock"]}

test_deny_missing if _denied({}) == {["object_lock"]}

test_allow_locked if _denied({"object_lock": true}) == set()

test_allow_others if _denied({"holds_trail": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "holds_trail": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"holds_trail": true}), facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
