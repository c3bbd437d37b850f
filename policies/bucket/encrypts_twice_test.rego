package gapcheck.bucket.encrypts_twice_test

import data.gapcheck.bucket.encrypts_twice as policy

test_deny_once if _denied({"double_encryption": false}) == {["double_encryption"]}

test_allow_twice if _denied({"double_encryption": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_say_so if {
	buckets := [{"id": "a", "double_encryption": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.bucket as buckets
}

_denied(facts) := paths if {
	bucket := object.union({"id": "terraform:azurerm_storage_account.data", "name": "data"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [bucket]
}
