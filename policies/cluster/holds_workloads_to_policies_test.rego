package gapcheck.cluster.holds_workloads_to_policies_test

import data.gapcheck.cluster.holds_workloads_to_policies as policy

test_deny_off if _denied({"policy_addon": false}) == {["policy_addon"]}

test_allow_on if _denied({"policy_addon": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "policy_addon": false},
		{"id": "b", "policy_addon": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
