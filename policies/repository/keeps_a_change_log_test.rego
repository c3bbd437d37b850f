package gapcheck.repository.keeps_a_change_log_test

import data.gapcheck.repository.keeps_a_change_log as policy

test_deny_missing if _denied({}) == {["change_log"]}

test_allow_present if _denied({"change_log": "CHANGELOG.md"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
