package gapcheck.log.keeps_activity_for_a_year_test

import data.gapcheck.log.keeps_activity_for_a_year as policy

test_deny_short if _denied({"retention_days": 364}) == {["retention_days"]}

test_deny_shortest if _denied({"retention_days": 1}) == {["retention_days"]}

test_allow_year if _denied({"retention_days": 365}) == set()

test_allow_without_end if _denied({"retention_days": 0}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_form if _denied({"form": "group", "retention_days": 1}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.log as [{"id": "a", "form": "activity"}, {"id": "b", "form": "group"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "activity"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
