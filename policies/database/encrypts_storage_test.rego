package gapcheck.database.encrypts_storage_test

import data.gapcheck.database.encrypts_storage as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

test_allow_member_of_a_cluster if _denied({"role": "member"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a"},
		{"id": "b", "role": "member"},
	]
	policy.subjects == set() with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
