package gapcheck.account.sends_alerts_to_its_owners_test

import data.gapcheck.account.sends_alerts_to_its_owners as policy

test_deny_false if _denied({"alerts_to_admins": false}) == {["alerts_to_admins"]}

test_allow_true if _denied({"alerts_to_admins": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "alerts_to_admins": true},
		{"id": "b", "alerts_to_admins": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
