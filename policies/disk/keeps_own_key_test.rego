package gapcheck.disk.keeps_own_key_test

import data.gapcheck.disk.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_allow_snapshot if _denied({"form": "snapshot"}) == set()

test_allow_other_provider if _denied({"provider": "other"}) == set()

test_deny_each_provider if {
	every it in ["azure", "google"] {
		_denied({"provider": it}) == {["kms_key"]}
	}
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "volume", "provider": "azure"},
		{"id": "b", "form": "volume", "provider": "other"},
		{"id": "c", "form": "snapshot", "provider": "google"},
	]
	policy.subjects == {"a"} with input.disk as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "volume", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.disk as [subject]
}

test_deny_amazon_missing if _amazon_denied({}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider if _amazon_denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider_by_arn if {
	_amazon_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_amazon_own_key if _amazon_denied({"kms_key": "alias/orders"}) == set()

test_deny_amazon_copied_snapshot if _amazon_denied({"form": "snapshot", "encrypted": true}) == {["kms_key"]}

test_deny_amazon_copied_snapshot_in_the_clear if _amazon_denied({"form": "snapshot", "encrypted": false}) == {["kms_key"]}

test_deny_amazon_file_system if _amazon_denied({"form": "file_system"}) == {["kms_key"]}

test_allow_amazon_snapshot_that_says_nothing if _amazon_denied({"form": "snapshot"}) == set()

test_subjects_of_amazon if {
	population := [
		{"id": "a", "provider": "aws", "form": "volume"},
		{"id": "b", "provider": "other", "form": "volume"},
		{"id": "c", "provider": "aws", "form": "image"},
	]
	policy.subjects == {"a"} with input.disk as population
}

test_allow_amazon_other_providers if _amazon_denied({"provider": "other"}) == set()

_amazon_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "volume"}), facts)
	paths := {it.path | some it in policy.deny} with input.disk as [subject]
}
