package gapcheck.repository.asks_for_an_approval_test

import data.gapcheck.repository.asks_for_an_approval as policy

test_deny_off if _denied({"branch_protection": [{"required_approvals": 0}]}) == {["branch_protection", "0", "required_approvals"]}

test_deny_missing if _denied({"branch_protection": [{}]}) == {["branch_protection", "0", "required_approvals"]}

test_allow_one_of_two if _denied({"branch_protection": [{"required_approvals": 0}, {"required_approvals": 2}]}) == set()

test_allow_no_rules if _denied({"branch_protection": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"branch_protection": [{}]})
	outside := object.union({"id": "b", "name": "b"}, {"branch_protection": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

test_allow_branch_protection if _denied({"branch_protection": [{"required_approvals": 1}]}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
