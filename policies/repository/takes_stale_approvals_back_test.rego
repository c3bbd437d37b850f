package gapcheck.repository.takes_stale_approvals_back_test

import data.gapcheck.repository.takes_stale_approvals_back as policy

test_deny_off if _denied({"branch_protection": [{"dismisses_stale_approvals": false}]}) == {["branch_protection", "0", "dismisses_stale_approvals"]}

test_deny_missing if _denied({"branch_protection": [{}]}) == {["branch_protection", "0", "dismisses_stale_approvals"]}

test_allow_one_of_two if _denied({"branch_protection": [{"dismisses_stale_approvals": false}, {"dismisses_stale_approvals": true}]}) == set()

test_allow_no_rules if _denied({"branch_protection": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"branch_protection": [{}]})
	outside := object.union({"id": "b", "name": "b"}, {"branch_protection": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
