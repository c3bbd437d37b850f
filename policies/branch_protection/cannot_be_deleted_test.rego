package gapcheck.branch_protection.cannot_be_deleted_test

import data.gapcheck.branch_protection.cannot_be_deleted as policy

test_deny_open if _denied({"allows_deletion": true, "long_lived": true}) == {["allows_deletion"]}

test_allow_strict if _denied({"allows_deletion": false, "long_lived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.branch_protection as [{"id": "a"}, {"id": "b", "allows_deletion": true}]
	_denied({}) == set()
}

test_allow_branches_to_work_on if _denied({"allows_deletion": true, "long_lived": false}) == set()

_denied(facts) := paths if {
	branch_protection := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [branch_protection]
}
