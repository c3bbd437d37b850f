package gapcheck.branch_protection.asks_for_signed_commits_test

import data.gapcheck.branch_protection.asks_for_signed_commits as policy

test_deny_off if _denied({"requires_signed_commits": false, "long_lived": true}) == {["requires_signed_commits"]}

test_allow_strict if _denied({"requires_signed_commits": true, "long_lived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.branch_protection as [{"id": "a"}, {"id": "b", "requires_signed_commits": false}]
	_denied({}) == set()
}

test_allow_branches_to_work_on if _denied({"requires_signed_commits": false, "long_lived": false}) == set()

_denied(facts) := paths if {
	branch_protection := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.branch_protection as [branch_protection]
}
