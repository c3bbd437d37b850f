package gapcheck.pipeline.limits_token_rights_test

import data.gapcheck.pipeline.limits_token_rights as policy

test_deny_write_for_two_jobs if _denied({"permissions": {"contents": "write"}, "jobs": ["one", "two"]}) == {["permissions", "contents"]}

test_allow_missing if _denied({"jobs": ["one", "two"]}) == set()

test_allow_read if _denied({"permissions": {"contents": "read"}, "jobs": ["one", "two"]}) == set()

test_allow_none if _denied({"permissions": {}, "jobs": ["one", "two"]}) == set()

test_allow_write_for_the_only_job if _denied({"permissions": {"contents": "write"}, "jobs": ["one"]}) == set()

# That is another policy's gap.
test_allow_write_all if _denied({"permissions": {"all": "write"}, "jobs": ["one", "two"]}) == set()

test_allow_those_that_state_nothing_are_no_subjects if {
	policy.subjects == {"a"} with input.pipeline as [{"id": "a", "permissions": {}}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
