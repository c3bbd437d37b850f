package gapcheck.bucket.stays_off_the_internet_test

import data.gapcheck.bucket.stays_off_the_internet as policy

test_deny_on if _denied({"public_network_access": true}) == {["public_network_access"]}

test_allow_off if _denied({"public_network_access": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "public_network_access": true},
		{"id": "b", "public_network_access": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
