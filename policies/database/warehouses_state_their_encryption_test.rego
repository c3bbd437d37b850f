package gapcheck.database.warehouses_state_their_encryption_test

import data.gapcheck.database.warehouses_state_their_encryption as policy

test_deny_nothing_stated if _denied({"encryption_stated": false}) == {["encryption_stated"]}

test_deny_missing if _denied({}) == {["encryption_stated"]}

test_allow_stated if _denied({"encryption_stated": true}) == set()

test_allow_other_forms if _denied({"form": "relational"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_are_warehouses_of_amazon if {
	population := [
		{"id": "a", "provider": "aws", "form": "warehouse"},
		{"id": "b", "provider": "google", "form": "warehouse"},
		{"id": "c", "provider": "aws", "form": "cache"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws", "form": "warehouse"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
