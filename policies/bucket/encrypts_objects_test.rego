package gapcheck.bucket.encrypts_objects_test

import data.gapcheck.bucket.encrypts_objects as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_deny_missing_key if _denied({"encrypted": true, "classification": "confidential"}) == {["kms_key"]}

test_allow_provider_key if _denied({"encrypted": true}) == set()

test_allow_own_key if _denied({"encrypted": true, "classification": "confidential", "kms_key": "key"}) == set()

test_allow_public_data if _denied({"encrypted": true, "classification": "public"}) == set()

test_deny_each_classification if {
	every it in ["secret", "phi"] {
		_denied({"classification": it}) == {["encrypted"], ["kms_key"]}
	}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
