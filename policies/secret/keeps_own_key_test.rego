package gapcheck.secret.keeps_own_key_test

import data.gapcheck.secret.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_deny_key_of_the_provider if _denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_key_of_the_provider_by_arn if {
	_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_own_key if _denied({"kms_key": "alias/orders"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "secure": true},
		{"id": "b", "provider": "aws", "secure": false},
		{"id": "c", "provider": "google", "secure": true},
	]
	policy.subjects == {"a"} with input.secret as population
}

test_allow_parameter_in_the_clear if _denied({"secure": false}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "secure": true}), facts)
	paths := {it.path | some it in policy.deny} with input.secret as [subject]
}
