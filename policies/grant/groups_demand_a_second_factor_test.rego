package gapcheck.grant.groups_demand_a_second_factor_test

import data.gapcheck.grant.groups_demand_a_second_factor as policy

test_deny_without if _denied({"demands_second_factor": false}) == {["demands_second_factor"]}

test_deny_missing if _denied({}) == {["demands_second_factor"]}

test_allow_demanded if _denied({"demands_second_factor": true}) == set()

test_allow_others if _denied({"form": "user"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "group"},
		{"id": "b", "form": "user"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "group"}), facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
