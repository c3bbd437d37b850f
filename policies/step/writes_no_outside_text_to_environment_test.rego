package gapcheck.step.writes_no_outside_text_to_environment_test

import data.gapcheck.step.writes_no_outside_text_to_environment as policy

test_deny_title if _denied({"environment_writes": [{"file": "GITHUB_ENV", "untrusted": true}]}) == {["environment_writes", "0"]}

test_allow_own_text if _denied({"environment_writes": [{"file": "GITHUB_ENV", "untrusted": false}]}) == set()

test_allow_missing_write if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"environment_writes": []})
	outside := object.union({"id": "b", "name": "b"}, {})
	policy.subjects == {"a"} with input.step as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
