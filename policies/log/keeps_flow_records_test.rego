package gapcheck.log.keeps_flow_records_test

import data.gapcheck.log.keeps_flow_records as policy

test_deny_short if _denied({"retention_days": 89}) == {["retention_days"]}

test_deny_without_end if _denied({"retention_days": 0}) == {["retention_days"]}

test_deny_missing if _denied({}) == {["retention_days"]}

test_allow_kept if _denied({"retention_days": 90}) == set()

test_allow_other_form if _denied({"form": "group", "retention_days": 1}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.log as [{"id": "a", "form": "flow"}, {"id": "b", "form": "group"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "flow"}, facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
