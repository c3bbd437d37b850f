package gapcheck.pipeline.states_token_rights_test

import data.gapcheck.pipeline.states_token_rights as policy

test_deny_write_all if _denied({"permissions": {"all": "write"}}) == {["permissions", "all"]}

test_deny_missing if _denied({}) == {["permissions"]}

test_allow_read_all if _denied({"permissions": {"all": "read"}}) == set()

test_allow_a_scope if _denied({"permissions": {"contents": "write"}}) == set()

test_allow_none if _denied({"permissions": {}}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.pipeline as [{"id": "a", "name": "a"}]

test_allow_missing_where_each_job_states_them if _denied_beside({"pipeline": "a", "permissions": {}}) == set()

test_allow_missing_beside_jobs_of_others if _denied_beside({"pipeline": "b"}) == set()

test_allow_jobs_of_no_pipeline if _denied_beside({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject] with input.job as [{"id": "j", "name": "j", "pipeline": "a"}]
}

_denied_beside(facts) := paths if {
	job := object.union({"id": "j", "name": "j"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [{"id": "a", "name": "a"}] with input.job as [job]
}
