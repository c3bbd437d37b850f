package gapcheck.bucket.limits_how_long_it_keeps_test

import data.gapcheck.bucket.limits_how_long_it_keeps as policy

test_deny_none if _denied({"lifecycle": false}) == {["lifecycle"]}

test_deny_missing if _denied({}) == {["lifecycle"]}

test_allow_rule if _denied({"lifecycle": true}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws"},
		{"id": "b", "provider": "google"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws"}), facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
