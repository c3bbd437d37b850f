package gapcheck.branch_protection.cannot_be_rewritten_test

import data.gapcheck.branch_protection.cannot_be_rewritten as policy

test_deny_open if _denied({"allows_force_push": true, "long_lived": true}) == {["allows_force_push"]}

test_allow_strict if _denied({"allows_force_push": false, "long_lived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.branch_protection as [{"id": "a"}, {"id": "b", "allows_force_push": true}]
	_denied({}) == set()
}

test_allow_branches_to_work_on if _denied({"allows_force_push": true, "long_lived": false}) == set()

_denied(facts) := paths if {
	branch_protection := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [branch_protection]
}
