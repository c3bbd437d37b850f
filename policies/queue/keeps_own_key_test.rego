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

test_allow_other_provider if _denied({"provider": "aws"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "topic", "provider": "google"},
		{"id": "b", "form": "topic", "provider": "aws"},
		{"id": "c", "form": "subscription", "provider": "google"},
		{"id": "d", "form": "namespace", "type": "azurerm_servicebus_namespace"},
	]
	policy.subjects == {"a", "d"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "topic", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
