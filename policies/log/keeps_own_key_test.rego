package gapcheck.log.keeps_own_key_test

import data.gapcheck.log.keeps_own_key as policy

test_deny_missing if _denied({}) == {["kms_key"]}

test_allow_key if _denied({"kms_key": "key"}) == set()

test_allow_group if _denied({"form": "group"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "trail", "kms_key": "key"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "trail"}, facts))
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
