package gapcheck.log.keeps_records_long_enough_test

import data.gapcheck.log.keeps_records_long_enough as policy

test_deny_without_end if _denied({"retention_days": 0}) == {["retention_days"]}

test_deny_missing if _denied({}) == {["retention_days"]}

test_deny_short if _denied({"retention_days": 30}) == {["retention_days"]}

test_allow_a_year if _denied({"retention_days": 365}) == set()

test_allow_trail if _denied({"form": "trail"}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "group"}, facts))
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
