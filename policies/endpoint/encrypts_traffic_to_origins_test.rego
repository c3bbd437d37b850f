package gapcheck.endpoint.encrypts_traffic_to_origins_test

import data.gapcheck.endpoint.encrypts_traffic_to_origins as policy

test_deny_off if _denied({"tls_to_origin": false}) == {["tls_to_origin"]}

test_allow_on if _denied({"tls_to_origin": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "tls_to_origin": true}, {"id": "b", "tls_to_origin": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
