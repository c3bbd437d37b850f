package gapcheck.machine.has_an_identity_test

import data.gapcheck.machine.has_an_identity as policy

test_deny_none if _denied({"identity": false}) == {["identity"]}

test_allow_own if _denied({"identity": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_template if _denied({"template": true, "identity": false}) == set()

test_allow_other_providers if _denied({"provider": "azure", "identity": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "template": false, "identity": true},
		{"id": "b", "provider": "aws", "template": true, "identity": true},
		{"id": "c", "provider": "azure", "template": false, "identity": true},
		{"id": "d", "provider": "aws", "template": false},
	]
	policy.subjects == {"a"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "template": false}), facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
