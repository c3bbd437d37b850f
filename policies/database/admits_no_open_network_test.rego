package gapcheck.database.admits_no_open_network_test

import data.gapcheck.database.admits_no_open_network as policy

test_deny_each_everywhere if {
	every range in ["0.0.0.0/0", "::/0"] {
		_denied({"open_networks": ["10.0.0.0/8", range]}) == {["open_networks", "1"]}
	}
}

test_allow_some if _denied({"open_networks": ["10.0.0.0/8"]}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "public": false},
		{"id": "b", "public": true},
		{"id": "c", "open_networks": []},
		{"id": "d"},
	]
	policy.subjects == {"a", "b", "c"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
