package gapcheck.key.says_who_may_use_it_test

import data.gapcheck.key.says_who_may_use_it as policy

test_deny_missing if _denied({}) == {["statements"]}

test_allow_policy if _denied({"statements": []}) == set()

test_allow_other_forms if _denied({"form": "ring"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

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
