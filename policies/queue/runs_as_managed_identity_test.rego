package gapcheck.queue.runs_as_managed_identity_test

import data.gapcheck.queue.runs_as_managed_identity as policy

test_deny_false if _denied({"managed_identity": false}) == {["managed_identity"]}

test_allow_true if _denied({"managed_identity": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "managed_identity": true},
		{"id": "b", "managed_identity": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
