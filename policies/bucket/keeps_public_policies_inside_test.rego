package gapcheck.bucket.keeps_public_policies_inside_test

import data.gapcheck.bucket.keeps_public_policies_inside as policy

test_deny_off if _denied({"restricts_public_buckets": false}) == {["restricts_public_buckets"]}

test_deny_missing if _denied({}) == {["restricts_public_buckets"]}

test_allow_on if _denied({"restricts_public_buckets": true}) == set()

test_allow_buckets_without_a_block if _denied({"public_access_block": false}) == set()

test_subjects_have_a_block if {
	population := [{"id": "a", "public_access_block": true}, {"id": "b"}]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "public_access_block": true}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
