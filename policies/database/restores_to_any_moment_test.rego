package gapcheck.database.restores_to_any_moment_test

import data.gapcheck.database.restores_to_any_moment as policy

test_deny_off if _denied({"point_in_time_recovery": false}) == {["point_in_time_recovery"]}

test_allow_on if _denied({"point_in_time_recovery": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_replica if _denied({"role": "replica", "point_in_time_recovery": false}) == set()

test_allow_other_form if _denied({"form": "document", "point_in_time_recovery": false}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "form": "relational", "role": "server", "point_in_time_recovery": true},
		{"id": "b", "form": "relational", "role": "replica", "point_in_time_recovery": true},
		{"id": "c", "form": "document", "role": "server", "point_in_time_recovery": true},
		{"id": "d", "form": "relational", "role": "server"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "relational", "role": "server"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
