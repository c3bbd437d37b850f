package gapcheck.database.keeps_its_audit_log_test

import data.gapcheck.database.keeps_its_audit_log as policy

test_deny_short if _denied({"audit_retention_days": 89}) == {["audit_retention_days"]}

test_deny_shortest if _denied({"audit_retention_days": 1}) == {["audit_retention_days"]}

test_allow_long if _denied({"audit_retention_days": 90}) == set()

test_allow_without_end if _denied({"audit_retention_days": 0}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "audit_retention_days": 90}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
