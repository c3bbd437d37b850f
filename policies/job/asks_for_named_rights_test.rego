package gapcheck.job.asks_for_named_rights_test

import data.gapcheck.job.asks_for_named_rights as policy

test_deny_all if _denied({"permissions": {"all": "write"}}, {}) == {["permissions", "all"]}

test_allow_read_all if _denied({"permissions": {"all": "read"}}, {}) == set()

test_allow_named if _denied({"permissions": {"contents": "write"}}, {}) == set()

test_allow_none if _denied({"permissions": {}}, {}) == set()

test_allow_missing if _denied({}, {}) == set()

test_allow_what_the_workflow_gives if _denied({"permissions": {"all": "write"}}, {"permissions": {"all": "write"}}) == set()

test_subjects_are_jobs_whose_rights_are_stated if {
	jobs := [{"id": "a", "permissions": {}}, {"id": "b"}]
	policy.subjects == {"a"} with input.job as jobs
}

test_deny_permissions if {
	paths := {it.path | some it in policy.deny} with input.job as [{"id": "a", "name": "a", "permissions": {"all": "write"}}]
		with input.pipeline as [{"id": "p", "name": "p", "permissions": {"all": "write"}}]
	paths == {["permissions", "all"]}
}

_denied(job, pipeline) := paths if {
	jobs := [object.union({"id": "a", "name": "a", "pipeline": "p"}, job)]
	pipelines := [object.union({"id": "p", "name": "p"}, pipeline)]
	paths := {it.path | some it in policy.deny} with input.job as jobs with input.pipeline as pipelines
}
