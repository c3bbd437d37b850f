package gapcheck.bucket.blocks_public_access_test

import data.gapcheck.bucket.blocks_public_access as policy

test_deny_no_block if _denied({"provider": "aws", "public_access_block": false}) == {["public_access_block"]}

test_deny_missing_block if _denied({"provider": "aws"}) == {["public_access_block"]}

test_deny_public_by_default if _denied({"provider": "azure", "public_access_blocked": false}) == {["public_access_blocked"]}

test_deny_missing_setting if _denied({"provider": "google"}) == {["public_access_blocked"]}

test_allow_block if _denied({"provider": "aws", "public_access_block": true}) == set()

test_allow_prevention if _denied({"provider": "google", "public_access_blocked": true}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
