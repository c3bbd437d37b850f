package gapcheck.repository.protects_its_main_branch_test

import data.gapcheck.repository.protects_its_main_branch as policy

test_deny_missing if _denied({}) == {["main_branch_protected"]}

test_deny_none if _denied({"main_branch_protected": false}) == {["main_branch_protected"]}

test_allow_rule if _denied({"main_branch_protected": true}) == set()

test_allow_all_are_subjects if policy.subjects == {"a"} with input.repository as [{"id": "a", "name": "a"}]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
