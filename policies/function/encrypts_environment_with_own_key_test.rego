package gapcheck.function.encrypts_environment_with_own_key_test

import data.gapcheck.function.encrypts_environment_with_own_key as policy

test_deny_missing_key if _denied({}) == {["environment_key"]}

test_allow_key if _denied({"environment_key": "arn:aws:kms:eu-west-1:123456789012:key/own"}) == set()

test_allow_no_variables if {
	policy.deny == set() with input.function as [{"id": "a", "name": "a", "provider": "aws", "environment": {}}]
}

test_allow_other_providers if _denied({"provider": "azure"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "environment": {"STAGE": "live"}},
		{"id": "b", "provider": "aws"},
		{"id": "c", "provider": "google", "environment": {"STAGE": "live"}},
	]
	policy.subjects == {"a"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "environment": {"STAGE": "live"}}), facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
