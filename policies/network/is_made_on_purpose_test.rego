package gapcheck.network.is_made_on_purpose_test

import data.gapcheck.network.is_made_on_purpose as policy

test_deny_default if _denied({"default": true}) == {["default"]}

test_allow_own if _denied({"default": false}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_providers if _denied({"provider": "google", "default": true}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "default": false},
		{"id": "b", "provider": "aws"},
		{"id": "c", "provider": "google", "default": false},
	]
	policy.subjects == {"a"} with input.network as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws"}), facts)
	paths := {it.path | some it in policy.deny} with input.network as [subject]
}
