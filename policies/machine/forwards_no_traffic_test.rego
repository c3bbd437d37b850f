package gapcheck.machine.forwards_no_traffic_test

import data.gapcheck.machine.forwards_no_traffic as policy

test_deny_on if _denied({"ip_forwarding": true}) == {["ip_forwarding"]}

test_allow_off if _denied({"ip_forwarding": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "ip_forwarding": true},
		{"id": "b", "ip_forwarding": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
