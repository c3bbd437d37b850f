package gapcheck.bucket.keeps_own_key_test

import data.gapcheck.bucket.keeps_own_key as policy

test_deny_each_provider if {
	every it in ["azure", "google"] {
		_denied({"provider": it}) == {["kms_key"]}
	}
}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_allow_other_provider if _denied({"provider": "aws"}) == set()

test_subjects_leave_others_out if {
	population := [{"id": "a", "provider": "azure"}, {"id": "b", "provider": "google"}, {"id": "c", "provider": "aws"}]
	policy.subjects == {"a", "b"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "azure"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
