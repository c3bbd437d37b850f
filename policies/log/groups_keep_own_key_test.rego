package gapcheck.log.groups_keep_own_key_test

import data.gapcheck.log.groups_keep_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_deny_key_of_the_provider if _denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_key_of_the_provider_by_arn if {
	_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_own_key if _denied({"kms_key": "alias/orders"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "form": "group"},
		{"id": "b", "provider": "aws", "form": "trail"},
		{"id": "c", "provider": "azure", "form": "group"},
	]
	policy.subjects == {"a"} with input.log as population
}

test_allow_trail if _denied({"form": "trail"}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "group"}), facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
