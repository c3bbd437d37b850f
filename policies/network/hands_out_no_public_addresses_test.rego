package gapcheck.network.hands_out_no_public_addresses_test

import data.gapcheck.network.hands_out_no_public_addresses as policy

test_deny_on if _denied({"assigns_public_ip": true}) == {["assigns_public_ip"]}

test_allow_off if _denied({"assigns_public_ip": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_tell if {
	population := [{"id": "a", "assigns_public_ip": true}, {"id": "b", "assigns_public_ip": false}, {"id": "c"}]
	policy.subjects == {"a", "b"} with input.network as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.network as [subject]
}
