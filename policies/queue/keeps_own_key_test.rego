package gapcheck.queue.keeps_own_key_test

import data.gapcheck.queue.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_deny_namespace if {
	facts := {"provider": "azure", "form": "namespace", "type": "azurerm_servicebus_namespace"}
	_denied(facts) == {["kms_key"]}
}

test_allow_other_namespace if _denied({"provider": "azure", "form": "namespace"}) == set()

test_allow_subscription if _denied({"form": "subscription"}) == set()

test_allow_other_provider if _denied({"provider": "other"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "topic", "provider": "google"},
		{"id": "b", "form": "topic", "provider": "other"},
		{"id": "c", "form": "subscription", "provider": "google"},
		{"id": "d", "form": "namespace", "type": "azurerm_servicebus_namespace"},
	]
	policy.subjects == {"a", "d"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "topic", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}

test_deny_amazon_missing if _amazon_denied({}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider if _amazon_denied({"kms_key": "alias/aws/ebs"}) == {["kms_key"]}

test_deny_amazon_key_of_the_provider_by_arn if {
	_amazon_denied({"kms_key": "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs"}) == {["kms_key"]}
}

test_allow_amazon_own_key if _amazon_denied({"kms_key": "alias/orders"}) == set()

test_subjects_of_amazon if {
	population := [
		{"id": "a", "provider": "aws", "form": "queue"},
		{"id": "b", "provider": "aws", "form": "topic"},
		{"id": "c", "provider": "aws", "form": "stream"},
		{"id": "d", "provider": "aws", "form": "target"},
		{"id": "e", "provider": "azure", "form": "queue"},
		{"id": "f", "provider": "aws", "form": "broker"},
	]
	policy.subjects == {"a", "b", "c", "f"} with input.queue as population
}

test_deny_amazon_broker if _amazon_denied({"form": "broker"}) == {["kms_key"]}

test_deny_amazon_topic if _amazon_denied({"form": "topic"}) == {["kms_key"]}

test_deny_amazon_stream if _amazon_denied({"form": "stream"}) == {["kms_key"]}

test_allow_amazon_subscription if _amazon_denied({"form": "subscription"}) == set()

test_allow_amazon_other_providers if _amazon_denied({"provider": "azure"}) == set()

_amazon_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "queue"}), facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
