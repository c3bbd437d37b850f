package gapcheck.pipeline.limits_token_rights_test

import data.gapcheck.pipeline.limits_token_rights as policy

test_deny_write_all if _denied({"permissions": {"all": "write"}, "jobs": ["one"]}) == {["permissions", "all"]}

test_deny_write_for_two_jobs if _denied({"permissions": {"contents": "write"}, "jobs": ["one", "two"]}) == {["permissions", "contents"]}

test_deny_missing if _denied({"jobs": ["one"]}) == {["permissions"]}

test_allow_read if _denied({"permissions": {"contents": "read"}, "jobs": ["one", "two"]}) == set()

test_allow_none if _denied({"permissions": {}, "jobs": ["one"]}) == set()

test_allow_write_for_the_only_job if _denied({"permissions": {"contents": "write"}, "jobs": ["one"]}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

test_allow_jobs if {
	paths := {it.path | some it in policy.deny} with input.job as [{"id": "j", "name": "j"}]
		with input.pipeline as [{"id": "a", "jobs": ["one"], "name": "a"}]
	paths == set()
}

test_allow_jobs_2 if {
	paths := {it.path | some it in policy.deny} with input.job as [{"id": "j", "name": "j", "pipeline": "a", "permissions": 0}]
		with input.pipeline as [{"id": "a", "jobs": ["one"], "name": "a"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject] with input.job as [{"id": "j", "name": "j", "pipeline": "a"}]
}
