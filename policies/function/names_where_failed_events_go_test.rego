package gapcheck.function.names_where_failed_events_go_test

import data.gapcheck.function.names_where_failed_events_go as policy

test_deny_none if _denied({"dead_letter": false}) == {["dead_letter"]}

test_deny_missing if _denied({}) == {["dead_letter"]}

test_allow_a_place if _denied({"dead_letter": true}) == set()

test_allow_workflows if _denied({"workflow": true}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_are_functions_of_amazon if {
	population := [
		{"id": "a", "provider": "aws"},
		{"id": "b", "provider": "google"},
		{"id": "c", "provider": "aws", "workflow": true},
	]
	policy.subjects == {"a"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
