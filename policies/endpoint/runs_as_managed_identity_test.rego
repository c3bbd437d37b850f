package gapcheck.endpoint.runs_as_managed_identity_test

import data.gapcheck.endpoint.runs_as_managed_identity as policy

test_deny_off if _denied({"managed_identity": false}) == {["managed_identity"]}

test_allow_on if _denied({"managed_identity": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "managed_identity": false},
		{"id": "b", "managed_identity": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
