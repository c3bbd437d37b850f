package gapcheck.disk.keeps_own_key_test

import data.gapcheck.disk.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_own if _denied({"kms_key": "own"}) == set()

test_allow_snapshot if _denied({"form": "snapshot"}) == set()

test_allow_other_provider if _denied({"provider": "aws"}) == set()

test_deny_each_provider if {
	every it in ["azure", "google"] {
		_denied({"provider": it}) == {["kms_key"]}
	}
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "volume", "provider": "azure"},
		{"id": "b", "form": "volume", "provider": "aws"},
		{"id": "c", "form": "snapshot", "provider": "google"},
	]
	policy.subjects == {"a"} with input.disk as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "volume", "provider": "google"}, facts)
	paths := {it.path | some it in policy.deny} with input.disk as [subject]
}
