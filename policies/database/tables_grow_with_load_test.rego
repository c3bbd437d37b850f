package gapcheck.database.tables_grow_with_load_test

import data.gapcheck.database.tables_grow_with_load as policy

test_deny_fixed if _denied({"scaling": false}) == {["scaling"]}

test_allow_growing if _denied({"scaling": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_forms if _denied({"form": "search", "scaling": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "table", "scaling": true},
		{"id": "b", "form": "table"},
		{"id": "c", "form": "search", "scaling": true},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "table"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
