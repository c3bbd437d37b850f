package gapcheck.account.encrypts_new_disks_test

import data.gapcheck.account.encrypts_new_disks as policy

test_deny_off if _denied({"disk_encryption_by_default": false}) == {["disk_encryption_by_default"]}

test_allow_on if _denied({"disk_encryption_by_default": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "disk_encryption_by_default": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
