package gapcheck.machine.boots_signed_software_test

import data.gapcheck.machine.boots_signed_software as policy

test_deny_false if _denied({"secure_boot": false}) == {["secure_boot"]}

test_allow_true if _denied({"secure_boot": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "secure_boot": true},
		{"id": "b", "secure_boot": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
