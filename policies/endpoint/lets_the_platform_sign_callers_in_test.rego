package gapcheck.endpoint.lets_the_platform_sign_callers_in_test

import data.gapcheck.endpoint.lets_the_platform_sign_callers_in as policy

test_deny_off if _denied({"platform_sign_in": false}) == {["platform_sign_in"]}

test_allow_on if _denied({"platform_sign_in": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "platform_sign_in": false},
		{"id": "b", "platform_sign_in": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
