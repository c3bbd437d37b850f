package gapcheck.registry.keeps_own_key_test

import data.gapcheck.registry.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_allow_other_provider if _denied({"provider": "aws"}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.registry as [{"id": "a", "provider": "google"}, {"id": "b", "provider": "aws"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
