package gapcheck.function.logs_executions_test

import data.gapcheck.function.logs_executions as policy

test_deny_off if _denied({"logging": false}) == {["logging"]}

test_allow_on if _denied({"logging": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "logging": true}, {"id": "b", "logging": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
