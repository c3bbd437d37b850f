package gapcheck.database.states_classification_test

import data.gapcheck.database.states_classification as policy

test_deny_missing if _denied({}) == {["classification"]}

test_allow_classified if _denied({"classification": "internal"}) == set()

test_allow_member_of_a_cluster if _denied({"role": "member"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "role": "member"},
		{"id": "b", "role": "replica"},
		{"id": "c", "role": "database"},
	]
	policy.subjects == set() with input.database as population
}

test_allow_each_role if {
	every it in ["replica", "database"] {
		_denied({"role": it}) == set()
	}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
