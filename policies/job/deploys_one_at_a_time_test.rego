package gapcheck.job.deploys_one_at_a_time_test

import data.gapcheck.job.deploys_one_at_a_time as policy

test_deny_at_once if _denied({"one_at_a_time": false}) == {["one_at_a_time"]}

test_allow_in_turn if _denied({"one_at_a_time": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_another_duty if {
	policy.deny == set() with input.job as [{"id": "a", "name": "a", "runs": {"tests": true}, "one_at_a_time": false}]
}

test_allow_called if _denied({"one_at_a_time": false, "uses": {"repository": "a/b"}}) == set()

test_subjects_deploy if {
	policy.subjects == {"a"} with input.job as [
		{"id": "a", "runs": {"deploy": true}},
		{"id": "b", "runs": {"tests": true}},
		{"id": "c", "runs": {"deploy": true}, "uses": {"repository": "a/b"}},
	]
}

_denied(facts) := paths if {
	job := object.union({"id": "a", "name": "a", "runs": {"deploy": true}}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [job]
}
