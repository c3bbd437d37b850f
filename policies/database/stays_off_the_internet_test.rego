package gapcheck.database.stays_off_the_internet_test

import data.gapcheck.database.stays_off_the_internet as policy

test_deny_public if _denied({"public": true}) == {["public"]}

test_allow_private if _denied({"public": false}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "public": false},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_subjects_public if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "public": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
