package gapcheck.bucket.blocks_public_access_test

import data.gapcheck.bucket.blocks_public_access as policy

test_deny_no_block if _denied({"provider": "aws"}) == {["blocks_public_acls"]}

test_deny_one_setting_off if _denied(object.union(_all, {"ignores_public_acls": false})) == {["ignores_public_acls"]}

test_deny_public_by_default if _denied({"provider": "azure", "public_access_blocked": false}) == {["public_access_blocked"]}

test_deny_missing_setting if _denied({"provider": "google"}) == {["public_access_blocked"]}

test_allow_whole_block if _denied(_all) == set()

test_allow_prevention if _denied({"provider": "google", "public_access_blocked": true}) == set()

test_deny_no_blocks_public_acls if {
	_denied({"blocks_public_acls": false}) == {["blocks_public_acls"], ["blocks_public_policy"], ["ignores_public_acls"], ["restricts_public_buckets"]}
}

_all := {
	"provider": "aws", "blocks_public_acls": true, "blocks_public_policy": true,
	"ignores_public_acls": true, "restricts_public_buckets": true,
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
