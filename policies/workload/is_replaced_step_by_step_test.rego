package gapcheck.workload.is_replaced_step_by_step_test

import data.gapcheck.workload.is_replaced_step_by_step as policy

test_deny_all_at_once if _denied({"update_strategy": "Recreate"}) == {["update_strategy"]}

test_deny_by_hand if _denied({"update_strategy": "OnDelete"}) == {["update_strategy"]}

test_allow_step_by_step if _denied({"update_strategy": "RollingUpdate"}) == set()

test_allow_data if _denied({"update_strategy": "Recreate", "keeps_data": true}) == set()

test_allow_second_container if _denied({"update_strategy": "Recreate", "first_of_pod": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_replaced if {
	policy.subjects == {"a"} with input.workload as [
		{"id": "a", "first_of_pod": true, "update_strategy": "RollingUpdate"},
		{"id": "b", "first_of_pod": true},
		{"id": "c", "first_of_pod": false, "update_strategy": "RollingUpdate"},
		{"id": "d", "first_of_pod": true, "update_strategy": "RollingUpdate", "keeps_data": true},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "pod": "a", "first_of_pod": true, "keeps_data": false}, facts)
	paths := {it.path | some it in policy.deny} with input.workload as [subject]
}
