package gapcheck.bucket.encrypts_objects_test

import data.gapcheck.bucket.encrypts_objects as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
