package gapcheck.key.waits_before_it_is_gone_test

import data.gapcheck.key.waits_before_it_is_gone as policy

test_deny_a_week if _denied({"deletion_window_days": 7}) == {["deletion_window_days"]}

test_deny_a_day_less if _denied({"deletion_window_days": 13}) == {["deletion_window_days"]}

test_allow_two_weeks if _denied({"deletion_window_days": 14}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_forms if _denied({"form": "ring", "deletion_window_days": 7}) == set()

test_allow_other_providers if _denied({"provider": "google", "deletion_window_days": 7}) == set()

test_subjects_are_keys_of_amazon if {
	population := [
		{"id": "a", "provider": "aws", "form": "key"},
		{"id": "b", "provider": "google", "form": "key"},
		{"id": "c", "provider": "aws", "form": "vault"},
	]
	policy.subjects == {"a"} with input.key as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws", "form": "key"}, facts)
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
