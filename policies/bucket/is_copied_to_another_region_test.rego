package gapcheck.bucket.is_copied_to_another_region_test

import data.gapcheck.bucket.is_copied_to_another_region as policy

test_deny_one_region if _denied({"replication": false}) == {["replication"]}

test_allow_copied if _denied({"replication": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_provider if _denied({"replication": false, "provider": "aws"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "azure", "replication": true},
		{"id": "b", "provider": "azure"},
		{"id": "c", "provider": "aws", "replication": true},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "azure"}, facts)
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
