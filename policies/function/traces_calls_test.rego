package gapcheck.function.traces_calls_test

import data.gapcheck.function.traces_calls as policy

test_deny_off if _denied({"tracing": false}) == {["tracing"]}

test_allow_on if _denied({"tracing": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "tracing": true}, {"id": "b", "tracing": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
