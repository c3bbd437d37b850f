package gapcheck.job.takes_secrets_through_an_environment_test

import data.gapcheck.job.takes_secrets_through_an_environment as policy

test_deny_missing_environment if _denied({"secrets": ["TOKEN"]}) == {["secrets", "0"]}

test_deny_once if _denied({"secrets": ["TOKEN", "KEY"]}) == {["secrets", "0"]}

test_allow_environment if _denied({"secrets": ["TOKEN"], "environment": "production"}) == set()

test_allow_missing_secrets if _denied({}) == set()

test_allow_no_secrets if _denied({"secrets": []}) == set()

test_allow_call if _denied({"secrets": ["TOKEN"], "uses": {"place": "local"}}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.job as [{"id": "a", "secrets": ["TOKEN"]}, {"id": "b"}]
}

test_deny_names_them if {
	messages := {it.message | some it in policy.deny} with input.job as [{"id": "a", "name": "a", "secrets": ["TOKEN", "KEY", "KEY"]}]
	messages == {"a takes KEY, TOKEN outside any environment"}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
