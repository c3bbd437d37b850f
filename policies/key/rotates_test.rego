package gapcheck.key.rotates_test

import data.gapcheck.key.rotates as policy

test_deny_off if _denied({"rotation": false}) == {["rotation"]}

test_deny_missing if _denied({}) == {["rotation"]}

test_deny_seldom if _denied({"provider": "google", "rotation": true, "rotation_days": 365}) == {["rotation_days"]}

test_allow_yearly if _denied({"rotation": true, "rotation_days": 365}) == set()

test_allow_key_for_signing if _denied({"usage": "sign", "symmetric": false}) == set()

test_subjects_leave_others_out if policy.subjects == set() with input.key as [{"id": "a"}]

test_deny_rotation_rotation_days_366 if _denied({"rotation": true, "rotation_days": 366}) == {["rotation_days"]}

test_deny_provider_google_rotation_rotation_days_91 if {
	_denied({"provider": "google", "rotation": true, "rotation_days": 91}) == {["rotation_days"]}
}

test_allow_provider_google_rotation_rotation_days_90 if {
	_denied({"provider": "google", "rotation": true, "rotation_days": 90}) == set()
}

test_deny_rotation_days_1 if _denied({"rotation_days": 1}) == {["rotation"]}

test_allow_form_key_provider_google_rotation if {
	paths := {it.path | some it in policy.deny} with input.key as [{"form": "key", "id": "a", "name": "a", "provider": "google", "rotation": true, "rotation_days": 365, "symmetric": true}]
	paths == set()
}

test_allow_usage_encrypt_provider_aws_symmetric if {
	paths := {it.path | some it in policy.deny} with input.key as [{"usage": "encrypt", "id": "a", "name": "a", "provider": "aws", "symmetric": true}]
	paths == set()
}

test_allow_form_key_usage_encrypt_symmetric if {
	paths := {it.path | some it in policy.deny} with input.key as [{"form": "key", "id": "a", "name": "a", "usage": "encrypt", "symmetric": true}]
	paths == set()
}

test_allow_form_key_provider_aws_symmetric if {
	paths := {it.path | some it in policy.deny} with input.key as [{"form": "key", "id": "a", "name": "a", "provider": "aws", "symmetric": true}]
	paths == set()
}

test_allow_form_key_provider_aws_usage_encrypt if {
	paths := {it.path | some it in policy.deny} with input.key as [{"form": "key", "id": "a", "name": "a", "provider": "aws", "usage": "encrypt"}]
	paths == set()
}

test_deny_once_where_nothing_rotates if _denied({"rotation": false, "rotation_days": 366}) == {["rotation"]}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "key", "provider": "aws", "usage": "encrypt", "symmetric": true}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
