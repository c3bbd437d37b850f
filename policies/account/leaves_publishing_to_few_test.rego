package gapcheck.account.leaves_publishing_to_few_test

import data.gapcheck.account.leaves_publishing_to_few as policy

test_deny_allowed if _denied({"members_may_publish": true}) == {["members_may_publish"]}

test_allow_the_other if _denied({"members_may_publish": false}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "members_may_publish": false}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
