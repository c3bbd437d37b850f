package gapcheck.account.asks_members_for_a_second_factor_test

import data.gapcheck.account.asks_members_for_a_second_factor as policy

test_deny_off if _denied({"requires_second_factor": false}) == {["requires_second_factor"]}

test_allow_on if _denied({"requires_second_factor": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	accounts := [{"id": "a", "name": "a", "requires_second_factor": true}, {"id": "b", "name": "b"}]
	policy.subjects == {"a"} with input.account as accounts
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
