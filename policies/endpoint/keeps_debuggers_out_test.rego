package gapcheck.endpoint.keeps_debuggers_out_test

import data.gapcheck.endpoint.keeps_debuggers_out as policy

test_deny_on if _denied({"remote_debugging": true}) == {["remote_debugging"]}

test_allow_off if _denied({"remote_debugging": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "remote_debugging": true},
		{"id": "b", "remote_debugging": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
