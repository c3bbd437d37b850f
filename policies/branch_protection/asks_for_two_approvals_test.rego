package gapcheck.branch_protection.asks_for_two_approvals_test

import data.gapcheck.branch_protection.asks_for_two_approvals as policy

test_deny_one if _denied({"required_approvals": 1}) == {["required_approvals"]}

test_allow_two if _denied({"required_approvals": 2}) == set()

test_allow_missing if _denied({}) == set()

test_allow_work if _denied({"required_approvals": 0, "long_lived": false}) == set()

test_subjects_are_main_lines if {
	policy.subjects == {"a"} with input.branch_protection as [
		{"id": "a", "required_approvals": 0},
		{"id": "b", "required_approvals": 0, "long_lived": false},
		{"id": "c"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [subject]
}
