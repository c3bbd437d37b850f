package gapcheck.log.masks_personal_data_test

import data.gapcheck.log.masks_personal_data as policy

test_deny_shown if _denied({"masks_data": false}) == {["masks_data"]}

test_deny_missing if _denied({}) == {["masks_data"]}

test_deny_each_word if {
	every word in {"personal", "phi", "pii"} {
		_denied({"classification": word}) == {["masks_data"]}
	}
}

test_allow_masked if _denied({"masks_data": true}) == set()

test_allow_public if _denied({"classification": "public"}) == set()

test_allow_trail if _denied({"form": "trail"}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "form": "group", "classification": "pii"},
		{"id": "b", "provider": "aws", "form": "group"},
	]
	policy.subjects == {"a"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "group", "classification": "personal"}), facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
