package gapcheck.bucket.keeps_own_key_for_confidential_data_test

import data.gapcheck.bucket.keeps_own_key_for_confidential_data as policy

test_deny_missing_key if _denied({"classification": "confidential"}) == {["kms_key"]}

test_allow_own_key if _denied({"classification": "confidential", "kms_key": "key"}) == set()

test_allow_public_data if _denied({"classification": "public"}) == set()

test_allow_missing_classification if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
