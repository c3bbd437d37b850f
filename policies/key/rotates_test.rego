package gapcheck.key.rotates_test

import data.gapcheck.key.rotates as policy

test_deny_off if _denied({"rotation": false}) == {["rotation"]}

test_deny_missing if _denied({}) == {["rotation"]}

test_deny_seldom if _denied({"provider": "google", "rotation": true, "rotation_days": 365}) == {["rotation_days"]}

test_allow_yearly if _denied({"rotation": true, "rotation_days": 365}) == set()

test_allow_key_for_signing if _denied({"usage": "sign", "symmetric": false}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "key", "provider": "aws", "usage": "encrypt", "symmetric": true}, facts))
	paths := {it.path | some it in policy.deny} with input.key as [subject]
}
