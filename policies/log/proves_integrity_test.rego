package gapcheck.log.proves_integrity_test

import data.gapcheck.log.proves_integrity as policy

test_deny_off if _denied({"validation": false}) == {["validation"]}

test_deny_missing if _denied({}) == {["validation"]}

test_allow_on if _denied({"validation": true}) == set()

test_allow_group if _denied({"form": "group"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "trail", "validation": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "trail"}, facts))
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
