package gapcheck.machine.closes_its_serial_console_test

import data.gapcheck.machine.closes_its_serial_console as policy

test_deny_on if _denied({"serial_console": true}) == {["serial_console"]}

test_allow_off if _denied({"serial_console": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "serial_console": true},
		{"id": "b", "serial_console": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
