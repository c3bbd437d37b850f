package gapcheck.database.keeps_own_key_test

import data.gapcheck.database.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_deny_each_form if {
	every it in ["document", "warehouse"] {
		_denied({"form": it}) == {["kms_key"]}
	}
}

test_deny_each_provider if {
	every it in ["azure", "google"] {
		_denied({"provider": it}) == {["kms_key"]}
	}
}

test_deny_spanner if _denied({"form": "relational", "engine": "spanner"}) == {["kms_key"]}

test_allow_other_form if _denied({"form": "relational"}) == set()

test_allow_other_provider if _denied({"provider": "other"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "document", "provider": "azure"},
		{"id": "b", "form": "document", "provider": "other"},
		{"id": "c", "form": "relational", "provider": "google"},
		{"id": "d", "form": "relational", "provider": "google", "engine": "spanner"},
	]
	policy.subjects == {"a", "d"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "warehouse", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}

test_deny_amazon_missing if _amazon_denied({}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider if _amazon_denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider_by_arn if {
	_amazon_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_amazon_own_key if _amazon_denied({"kms_key": "alias/orders"}) == set()

test_allow_amazon_others if {
	population := [
		{"id": "a", "name": "a", "provider": "aws", "form": "table", "role": "table"},
		{"id": "b", "name": "b", "provider": "google", "form": "relational", "role": "server"},
		{"id": "c", "name": "c", "provider": "aws", "form": "relational", "role": "member"},
		{"id": "d", "name": "d", "provider": "aws", "form": "relational", "role": "replica"},
		{"id": "e", "name": "e", "provider": "aws", "form": "replication", "role": "server"},
	]
	policy.subjects == {"a"} with input.database as population
	{it.subject | some it in policy.deny} == {"a"} with input.database as population
}

_amazon_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "table", "role": "table"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
