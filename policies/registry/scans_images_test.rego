package gapcheck.registry.scans_images_test

import data.gapcheck.registry.scans_images as policy

test_deny_off if _denied({"scan_on_push": false}) == {["scan_on_push"]}

test_deny_missing if _denied({}) == {["scan_on_push"]}

test_allow_on if _denied({"scan_on_push": true}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "scan_on_push": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.registry as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "aws"}, facts))
	paths := {it.path | some it in policy.deny} with input.registry as [subject]
}
