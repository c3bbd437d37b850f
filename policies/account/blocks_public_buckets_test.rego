package gapcheck.account.blocks_public_buckets_test

import data.gapcheck.account.blocks_public_buckets as policy

test_deny_first if _denied(object.union(_whole, {"blocks_public_acls": false})) == {["blocks_public_acls"]}

test_deny_second if _denied(object.union(_whole, {"blocks_public_policy": false})) == {["blocks_public_policy"]}

test_deny_third if _denied(object.union(_whole, {"ignores_public_acls": false})) == {["ignores_public_acls"]}

test_deny_fourth if _denied(object.union(_whole, {"restricts_public_buckets": false})) == {["restricts_public_buckets"]}

test_deny_missing if count(_denied({})) == 4

test_allow_whole if _denied(_whole) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "setting": "public_access_block"},
		{"id": "b", "setting": "os_login"},
	]
	policy.subjects == {"a"} with input.account as population
}

_whole := {"blocks_public_acls": true, "blocks_public_policy": true, "ignores_public_acls": true, "restricts_public_buckets": true}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"setting": "public_access_block"}), facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
