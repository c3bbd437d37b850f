package gapcheck.account.gives_guests_no_credentials_test

import data.gapcheck.account.gives_guests_no_credentials as policy

test_deny_on if _denied({"guests": true}) == {["guests"]}

test_allow_off if _denied({"guests": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "guests": true}, {"id": "b", "guests": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
