package gapcheck.monitor.approves_fixes_in_time_test

import data.gapcheck.monitor.approves_fixes_in_time as policy

test_deny_late if _denied({"approval_days": 31}) == {["approval_days"]}

test_allow_in_time if _denied({"approval_days": 30}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_watchers if _denied({"watch": "alarm", "approval_days": 31}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "watch": "patch_baseline", "approval_days": 7},
		{"id": "b", "watch": "patch_baseline"},
		{"id": "c", "watch": "alarm", "approval_days": 7},
	]
	policy.subjects == {"a"} with input.monitor as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"watch": "patch_baseline"}), facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
