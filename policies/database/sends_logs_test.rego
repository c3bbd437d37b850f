package gapcheck.database.sends_logs_test

import data.gapcheck.database.sends_logs as policy

test_deny_no_logs if _denied({"log_exports": []}) == {["log_exports"]}

test_deny_no_audit if _denied({"audit_log": false}) == {["audit_log"]}

test_deny_short_audit if _denied({"audit_log": true, "audit_retention_days": 30}) == {["audit_retention_days"]}

test_allow_logs if _denied({"log_exports": ["postgresql"]}) == set()

test_allow_audit_without_end if _denied({"audit_log": true, "audit_retention_days": 0}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
