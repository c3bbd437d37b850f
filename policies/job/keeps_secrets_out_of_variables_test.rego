package gapcheck.job.keeps_secrets_out_of_variables_test

import data.gapcheck.job.keeps_secrets_out_of_variables as policy

test_deny_secret if _denied({"variables": {"STAGE": "test", "DB_PASSWORD": "<redacted>"}}) == {["variables", "DB_PASSWORD"]}

test_deny_secret_in_address if _denied({"variables": {"URL": "postgres://app:<redacted>@db"}}) == {["variables", "URL"]}

test_allow_plain_variables if _denied({"variables": {"STAGE": "test"}}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_have_variables if {
	policy.subjects == {"a"} with input.job as [{"id": "a", "variables": {}}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
