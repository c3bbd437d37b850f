package gapcheck.bucket.logs_access_test

import data.gapcheck.bucket.logs_access as policy

test_deny_off if _denied({"logging": false}) == {["logging"]}

test_deny_missing if _denied({}) == {["logging"]}

test_allow_logging if _denied({"logging": true}) == set()

test_allow_store_of_logs if _denied({"logging": false, "holds_logs": true}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "logging": true},
		{"id": "b", "holds_logs": true, "logging": false},
	]
	policy.subjects == {"a"} with input.bucket as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
