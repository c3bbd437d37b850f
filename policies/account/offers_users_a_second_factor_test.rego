package gapcheck.account.offers_users_a_second_factor_test

import data.gapcheck.account.offers_users_a_second_factor as policy

test_deny_off if _denied({"second_factor": "off"}) == {["second_factor"]}

test_allow_on if _denied({"second_factor": "on"}) == set()

test_allow_optional if _denied({"second_factor": "optional"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "second_factor": "on"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
