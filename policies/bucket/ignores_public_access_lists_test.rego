package gapcheck.bucket.ignores_public_access_lists_test

import data.gapcheck.bucket.ignores_public_access_lists as policy

test_deny_off if _denied({"ignores_public_acls": false}) == {["ignores_public_acls"]}

test_deny_missing if _denied({}) == {["ignores_public_acls"]}

test_allow_on if _denied({"ignores_public_acls": true}) == set()

test_allow_buckets_without_a_block if _denied({"public_access_block": false}) == set()

test_subjects_have_a_block if {
	population := [{"id": "a", "public_access_block": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "public_access_block": true}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
