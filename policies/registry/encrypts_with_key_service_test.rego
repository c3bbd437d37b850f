package gapcheck.registry.encrypts_with_key_service_test

import data.gapcheck.registry.encrypts_with_key_service as policy

test_deny_other if _denied({"kms": false}) == {["kms"]}

test_deny_missing if _denied({}) == {["kms"]}

test_allow_key_service if _denied({"kms": true}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws"},
		{"id": "b", "provider": "azure"},
	]
	policy.subjects == {"a"} with input.registry as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws"}), facts)
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
