package gapcheck.repository.says_how_to_contribute_test

import data.gapcheck.repository.says_how_to_contribute as policy

test_deny_missing if _denied({}) == {["contributing"]}

test_allow_present if _denied({"contributing": "CONTRIBUTING.md"}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
