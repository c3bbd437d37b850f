package gapcheck.repository.tests_each_change_test

import data.gapcheck.repository.tests_each_change as policy

test_deny_missing if _denied({"has_code": true, "runs_on_changes": {}}) == {["runs_on_changes", "tests"]}

test_allow_present if _denied({"has_code": true, "runs_on_changes": {"tests": true}}) == set()

test_allow_nothing_to_ask if _denied({"has_code": false}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"has_code": true, "runs_on_changes": {}})
	outside := object.union({"id": "b", "name": "b"}, {"has_code": false})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
