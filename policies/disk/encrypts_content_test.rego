package gapcheck.disk.encrypts_content_test

import data.gapcheck.disk.encrypts_content as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_unencrypted_snapshot if _denied({"form": "snapshot", "encrypted": false}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

test_allow_missing_on_snapshot if _denied({"form": "snapshot"}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "volume"},
		{"id": "b", "form": "file_system"},
		{"id": "c", "encrypted": true},
		{"id": "d"},
		{"id": "e", "encrypted": false},
	]
	policy.subjects == {"a", "b", "c", "e"} with input.disk as population
}



_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "volume"}, facts))
	paths := {it.path | some it in policy.deny} with input.disk as [subject]
}
