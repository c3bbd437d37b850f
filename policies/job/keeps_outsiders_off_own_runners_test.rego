package gapcheck.job.keeps_outsiders_off_own_runners_test

import data.gapcheck.job.keeps_outsiders_off_own_runners as policy

test_deny_public if _denied({"self_hosted": true, "events": ["pull_request"], "repository_public": true}) == {["self_hosted"]}

test_allow_private if _denied({"self_hosted": true, "events": ["pull_request"], "repository_public": false}) == set()

test_allow_hosted if _denied({"self_hosted": false, "events": ["pull_request"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"self_hosted": true, "events": ["pull_request"]})
	outside := object.union({"id": "b", "name": "b"}, {"self_hosted": true, "events": ["push"]})
	policy.subjects == {"a"} with input.job as [inside, outside]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "events": ["issue_comment"], "self_hosted": false},
		{"id": "b", "events": ["issues"], "self_hosted": false},
		{"id": "c", "events": ["pull_request"], "self_hosted": false},
		{"id": "d", "events": ["other"], "self_hosted": false},
		{"id": "e", "events": ["issues"]},
	]
	policy.subjects == {"a", "b", "c"} with input.job as population
}

test_allow_self_hosted_repository_public if _denied({"self_hosted": true, "repository_public": true}) == set()

test_allow_events_repository_public_no_self_hosted if {
	_denied({"events": ["pull_request"], "repository_public": true, "self_hosted": false}) == set()
}

test_subjects_leave_others_out_2 if {
	population := [
		{"id": "a", "events": ["other"], "self_hosted": false},
	]
	policy.subjects == set() with input.job as population
}

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "events": ["pull_request_target"], "self_hosted": false},
	]
	policy.subjects == {"a"} with input.job as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.job as [subject]
}
