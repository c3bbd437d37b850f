package gapcheck.function.refuses_plain_http_test

import data.gapcheck.function.refuses_plain_http as policy

test_deny_off if _denied({"https_only": false}) == {["https_only"]}

test_allow_on if _denied({"https_only": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "https_only": false},
		{"id": "b", "https_only": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
