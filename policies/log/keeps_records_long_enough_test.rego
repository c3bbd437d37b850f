package gapcheck.log.keeps_records_long_enough_test

import data.gapcheck.log.keeps_records_long_enough as policy

test_deny_without_end if _denied({"retention_days": 0}) == {["retention_days"]}

test_deny_missing if _denied({}) == {["retention_days"]}

test_deny_short if _denied({"retention_days": 30}) == {["retention_days"]}

test_allow_a_year if _denied({"retention_days": 365}) == set()

test_allow_trail if _denied({"form": "trail"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "group", "retention_days": 365},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.log as population
}

test_deny_each_retention_days if {
	every it in [364, 1] {
		_denied({"retention_days": it}) == {["retention_days"]}
	}
}

test_allow_retention_days_1 if {
	paths := {it.path | some it in policy.deny} with input.log as [{"id": "a", "name": "a", "retention_days": 1}]
	paths == set()
}

test_deny_says_how_long if {
	_messages(0) == {"a keeps records without a stated end"}
	_messages(1) == {"a keeps records for 1 days"}
}

_messages(days) := messages if {
	messages := {it.message | some it in policy.deny} with input.log as [{"id": "a", "name": "a", "form": "group", "retention_days": days}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "group"}, facts))
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
