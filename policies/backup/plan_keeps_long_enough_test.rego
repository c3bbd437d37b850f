package gapcheck.backup.plan_keeps_long_enough_test

import data.gapcheck.backup.plan_keeps_long_enough as policy

test_deny_short if _denied({"retention_days": 7}) == {["retention_days"]}

test_allow_long if _denied({"retention_days": 35}) == set()

test_allow_missing_end if _denied({}) == set()

test_allow_vault if _denied({"form": "vault"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "plan"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.backup as population
}

test_deny_retention_days_34 if _denied({"retention_days": 34}) == {["retention_days"]}

test_allow_retention_days_7 if {
	paths := {it.path | some it in policy.deny} with input.backup as [{"retention_days": 7, "id": "a", "name": "a"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "plan"}, facts))
	paths := {it.path | some it in policy.deny} with input.backup as [subject]
}
