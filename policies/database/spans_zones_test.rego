package gapcheck.database.spans_zones_test

import data.gapcheck.database.spans_zones as policy

test_deny_one_zone if _denied({"multi_zone": false}) == {["multi_zone"]}

test_allow_standby if _denied({"multi_zone": true}) == set()

test_allow_copy_for_reading if _denied({"role": "replica", "multi_zone": false}) == set()

test_allow_missing_where_members_are_elsewhere if _denied({}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "relational", "multi_zone": true, "role": "cluster"},
		{"id": "b", "form": "relational", "multi_zone": true, "role": "server"},
		{"id": "c"},
		{"id": "d", "role": "server", "multi_zone": true},
		{"id": "e", "form": "relational", "role": "server"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

test_deny_single_database if _denied({"role": "database", "multi_zone": false}) == {["multi_zone"]}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
