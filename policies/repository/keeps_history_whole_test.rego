package gapcheck.repository.keeps_history_whole_test

import data.gapcheck.repository.keeps_history_whole as policy

test_deny_off if _denied({"branch_protection": [{"allows_force_push": true, "allows_deletion": false}]}) == {["branch_protection", "0", "allows_force_push"]}

test_deny_missing if _denied({"branch_protection": [{}]}) == {["branch_protection", "0", "allows_force_push"]}

test_allow_one_of_two if _denied({"branch_protection": [{"allows_force_push": true, "allows_deletion": false}, {"allows_force_push": false, "allows_deletion": false}]}) == set()

test_allow_no_rules if _denied({"branch_protection": []}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"branch_protection": [{}]})
	outside := object.union({"id": "b", "name": "b"}, {"branch_protection": []})
	policy.subjects == {"a"} with input.repository as [inside, outside]
}

test_deny_branch_protection if {
	_denied({"branch_protection": [{"allows_deletion": false, "allows_force_push": true}, {"allows_force_push": false}]}) == {["branch_protection", "0", "allows_force_push"]}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
