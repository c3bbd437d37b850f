package gapcheck.bucket.policy_names_principals_test

import data.gapcheck.bucket.policy_names_principals as policy

test_deny_everybody if _denied({"statements": [{"effect": "allow", "principals": ["*"]}]}) == {["statements", "0", "principals", "0"]}

test_allow_named if _denied({"statements": [{"effect": "allow", "principals": ["arn:aws:iam::1:root"]}]}) == set()

test_allow_refusal if _denied({"statements": [{"effect": "deny", "principals": ["*"]}]}) == set()

test_allow_missing_policy if _denied({}) == set()

test_allow_other_providers if {
	policy.subjects == set() with input.bucket as [{"id": "a", "name": "a", "provider": "google"}]
}

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "provider": "aws"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "aws"}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
