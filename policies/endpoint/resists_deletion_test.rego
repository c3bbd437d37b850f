package gapcheck.endpoint.resists_deletion_test

import data.gapcheck.endpoint.resists_deletion as policy

test_deny_off if _denied({"deletion_protection": false}) == {["deletion_protection"]}

test_allow_on if _denied({"deletion_protection": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "deletion_protection": true}, {"id": "b", "deletion_protection": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
