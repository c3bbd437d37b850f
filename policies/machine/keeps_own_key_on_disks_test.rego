package gapcheck.machine.keeps_own_key_on_disks_test

import data.gapcheck.machine.keeps_own_key_on_disks as policy

test_deny_false if _denied({"disks_have_own_key": false}) == {["disks_have_own_key"]}

test_allow_true if _denied({"disks_have_own_key": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "disks_have_own_key": true},
		{"id": "b", "disks_have_own_key": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
