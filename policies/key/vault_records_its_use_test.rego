package gapcheck.key.vault_records_its_use_test

import data.gapcheck.key.vault_records_its_use as policy

test_deny_off if _denied({"logging": false}) == {["logging"]}

test_allow_on if _denied({"logging": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "logging": false},
		{"id": "b", "logging": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.key as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
