package gapcheck.repository.protects_its_main_branch_test

import data.gapcheck.repository.protects_its_main_branch as policy

test_deny_others_only if _denied({"main_branch_protected": false}) == {["main_branch_protected"]}

test_allow_protected if _denied({"main_branch_protected": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.repository as [{"id": "a"}, {"id": "b", "main_branch_protected": true}]
	_denied({}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
