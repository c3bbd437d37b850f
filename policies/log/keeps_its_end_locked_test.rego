package gapcheck.log.keeps_its_end_locked_test

import data.gapcheck.log.keeps_its_end_locked as policy

test_deny_off if _denied({"retention_locked": false}) == {["retention_locked"]}

test_allow_on if _denied({"retention_locked": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "retention_locked": false},
		{"id": "b", "retention_locked": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
