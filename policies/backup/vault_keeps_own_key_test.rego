package gapcheck.backup.vault_keeps_own_key_test

import data.gapcheck.backup.vault_keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_deny_key_of_the_provider if _denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_key_of_the_provider_by_arn if {
	_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_own_key if _denied({"kms_key": "alias/orders"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "form": "vault"},
		{"id": "b", "provider": "aws", "form": "plan"},
		{"id": "c", "provider": "azure", "form": "vault"},
	]
	policy.subjects == {"a"} with input.backup as population
}

test_allow_plan if _denied({"form": "plan"}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "vault"}), facts)
	paths := {it.path | some it in policy.deny} with input.backup as [subject]
}
