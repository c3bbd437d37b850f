package gapcheck.branch_protection.binds_administrators_test

import data.gapcheck.branch_protection.binds_administrators as policy

test_deny_off if _denied({"applies_to_administrators": false, "long_lived": true}) == {["applies_to_administrators"]}

test_allow_strict if _denied({"applies_to_administrators": true, "long_lived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.branch_protection as [{"id": "a"}, {"id": "b", "applies_to_administrators": false}]
	_denied({}) == set()
}

test_allow_branches_to_work_on if _denied({"applies_to_administrators": false, "long_lived": false}) == set()

_denied(facts) := paths if {
	branch_protection := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [branch_protection]
}
