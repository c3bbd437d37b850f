package gapcheck.bucket.restores_deleted_objects_test

import data.gapcheck.bucket.restores_deleted_objects as policy

test_deny_none if _denied({"soft_delete_days": 0}) == {["soft_delete_days"]}

test_deny_six if _denied({"soft_delete_days": 6}) == {["soft_delete_days"]}

test_allow_seven if _denied({"soft_delete_days": 7}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_provider if _denied({"soft_delete_days": 0, "provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [{"id": "a", "provider": "azure"}, {"id": "b", "provider": "aws"}]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "azure"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
