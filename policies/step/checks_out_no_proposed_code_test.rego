package gapcheck.step.checks_out_no_proposed_code_test

import data.gapcheck.step.checks_out_no_proposed_code as policy

test_deny_head if _denied({"checkout": {"proposed_code": true}, "events": ["pull_request_target"]}) == {["checkout", "proposed_code"]}

test_allow_base if _denied({"checkout": {"proposed_code": false}, "events": ["workflow_run"]}) == set()

test_allow_head_without_rights if _denied({"checkout": {"proposed_code": true}, "events": ["pull_request"]}) == set()

test_allow_missing_checkout if _denied({"events": ["pull_request_target"]}) == set()

test_allow_others_are_no_subjects if {
	inside := object.union({"id": "a", "name": "a"}, {"checkout": {}, "events": ["pull_request_target"]})
	outside := object.union({"id": "b", "name": "b"}, {"checkout": {}, "events": ["push"]})
	policy.subjects == {"a"} with input.step as [inside, outside]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "checkout": {"proposed_code": false}, "events": ["workflow_run"]},
		{"id": "b", "events": ["pull_request_target"]},
	]
	policy.subjects == {"a"} with input.step as population
}

test_deny_checkout_events if {
	_denied({"checkout": {"proposed_code": true}, "events": ["issue_comment"]}) == {["checkout", "proposed_code"]}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.step as [subject]
}
