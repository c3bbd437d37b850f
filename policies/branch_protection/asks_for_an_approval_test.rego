package gapcheck.branch_protection.asks_for_an_approval_test

import data.gapcheck.branch_protection.asks_for_an_approval as policy

test_deny_none if _denied({"required_approvals": 0, "long_lived": true}) == {["required_approvals"]}

test_allow_strict if _denied({"required_approvals": 1, "long_lived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.branch_protection as [{"id": "a"}, {"id": "b", "required_approvals": 0}]
	_denied({}) == set()
}

test_allow_branches_to_work_on if _denied({"required_approvals": 0, "long_lived": false}) == set()

_denied(facts) := paths if {
	branch_protection := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [branch_protection]
}
