package gapcheck.cluster.admits_attested_images_only_test

import data.gapcheck.cluster.admits_attested_images_only as policy

test_deny_off if _denied({"binary_authorization": false}) == {["binary_authorization"]}

test_allow_on if _denied({"binary_authorization": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "binary_authorization": false},
		{"id": "b", "binary_authorization": true},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
