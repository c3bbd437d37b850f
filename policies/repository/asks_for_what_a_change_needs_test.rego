package gapcheck.repository.asks_for_what_a_change_needs_test

import data.gapcheck.repository.asks_for_what_a_change_needs as policy

test_deny_missing if _denied({}) == {["change_template"]}

test_allow_present if _denied({"change_template": ".github/pull_request_template.md"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
