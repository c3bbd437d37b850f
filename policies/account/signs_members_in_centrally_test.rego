package gapcheck.account.signs_members_in_centrally_test

import data.gapcheck.account.signs_members_in_centrally as policy

test_deny_own_accounts if _denied({"signs_in_centrally": false}) == {["signs_in_centrally"]}

test_allow_the_other if _denied({"signs_in_centrally": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "signs_in_centrally": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
