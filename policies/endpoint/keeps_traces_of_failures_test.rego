package gapcheck.endpoint.keeps_traces_of_failures_test

import data.gapcheck.endpoint.keeps_traces_of_failures as policy

test_deny_false if _denied({"failed_request_traces": false}) == {["failed_request_traces"]}

test_allow_true if _denied({"failed_request_traces": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "failed_request_traces": true},
		{"id": "b", "failed_request_traces": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
