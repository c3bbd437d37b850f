package gapcheck.endpoint.drops_invalid_headers_test

import data.gapcheck.endpoint.drops_invalid_headers as policy

test_deny_off if _denied({"drops_invalid_headers": false}) == {["drops_invalid_headers"]}

test_allow_on if _denied({"drops_invalid_headers": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "drops_invalid_headers": true}, {"id": "b", "drops_invalid_headers": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
