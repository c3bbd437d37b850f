package gapcheck.secret.rotates_test

import data.gapcheck.secret.rotates as policy

test_deny_off if _denied({"rotation": false}) == {["rotation"]}

test_deny_missing if _denied({}) == {["rotation"]}

test_allow_on if _denied({"rotation": true}) == set()

test_deny_seldom if _denied({"rotation": true, "rotation_days": 91}) == {["rotation_days"]}

test_deny_seldom_with_google if _denied({"provider": "google", "rotation": true, "rotation_days": 91}) == {["rotation_days"]}

test_allow_often if _denied({"rotation": true, "rotation_days": 90}) == set()

test_allow_seldom_elsewhere if _denied({"provider": "other", "rotation": true, "rotation_days": 91}) == set()

test_allow_seldom_parameter if _denied({"form": "parameter", "rotation_days": 91}) == set()

test_allow_parameter if _denied({"form": "parameter"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "secret", "provider": "aws", "rotation": true},
		{"id": "b", "form": "parameter", "provider": "aws"},
		{"id": "c", "form": "secret"},
		{"id": "d", "form": "secret", "provider": "other"},
	]
	policy.subjects == {"a"} with input.secret as population
}

test_deny_provider_google if _denied({"provider": "google"}) == {["rotation"]}

test_allow_form_secret if {
	paths := {it.path | some it in policy.deny} with input.secret as [{"form": "secret", "id": "a", "name": "a"}]
	paths == set()
}

test_subjects_leave_others_out_2 if {
	population := [
		{"id": "a", "form": "secret", "provider": "other"},
	]
	policy.subjects == set() with input.secret as population
}

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "form": "secret", "provider": "google"},
	]
	policy.subjects == {"a"} with input.secret as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "secret", "provider": "aws"}, facts))
	paths := {it.path | some it in policy.deny} with input.secret as [subject]
}
