package gapcheck.function.runs_signed_code_only_test

import data.gapcheck.function.runs_signed_code_only as policy

test_deny_off if _denied({"code_signing": false}) == {["code_signing"]}

test_allow_on if _denied({"code_signing": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "code_signing": true}, {"id": "b", "code_signing": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.function as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.function as [subject]
}
