package gapcheck.database.copies_backups_to_another_region_test

import data.gapcheck.database.copies_backups_to_another_region as policy

test_deny_off if _denied({"geo_redundant_backup": false}) == {["geo_redundant_backup"]}

test_allow_on if _denied({"geo_redundant_backup": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "geo_redundant_backup": true},
		{"id": "b", "geo_redundant_backup": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
