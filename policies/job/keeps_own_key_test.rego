package gapcheck.job.keeps_own_key_test

import data.gapcheck.job.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_deny_key_of_the_provider if _denied({"kms_key": "alias/aws/s3"}) == {["kms_key"]}

test_allow_own_key if _denied({"kms_key": "alias/build"}) == set()

test_allow_other_providers if _denied({"provider": "github"}) == set()

test_subjects_are_those_of_amazon if {
	policy.subjects == {"a"} with input.job as [{"id": "a", "provider": "aws"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
