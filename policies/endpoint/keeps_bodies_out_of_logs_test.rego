package gapcheck.endpoint.keeps_bodies_out_of_logs_test

import data.gapcheck.endpoint.keeps_bodies_out_of_logs as policy

test_deny_on if _denied({"data_trace": true}) == {["data_trace"]}

test_allow_off if _denied({"data_trace": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "data_trace": true}, {"id": "b", "data_trace": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
