package gapcheck.queue.requires_tls_test

import data.gapcheck.queue.requires_tls as policy

test_deny_off if _denied({"tls_required": false}) == {["tls_required"]}

test_allow_on if _denied({"tls_required": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "tls_required": true}, {"id": "b", "tls_required": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
