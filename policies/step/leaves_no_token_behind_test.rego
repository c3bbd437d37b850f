package gapcheck.step.leaves_no_token_behind_test

import data.gapcheck.step.leaves_no_token_behind as policy

test_deny_default if _denied({"checkout": {"token_in_workspace": true}}) == {["checkout", "token_in_workspace"]}

test_allow_false if _denied({"checkout": {"token_in_workspace": false}}) == set()

test_allow_missing_checkout if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"checkout": {"token_in_workspace": false}})
	outside := object.union({"id": "b", "name": "b"}, {"checkout": {}})
	policy.subjects == {"a"} with input.step as [inside, outside]
}

test_subjects_tell_what_they_leave if {
	policy.subjects == {"a"} with input.step as [{"id": "a", "name": "a", "checkout": {"token_in_workspace": true}}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
