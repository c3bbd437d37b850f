package gapcheck.pipeline.starts_on_no_privileged_event_test

import data.gapcheck.pipeline.starts_on_no_privileged_event as policy

test_deny_pull_request_target if _denied({"events": ["push", "pull_request_target"]}) == {["events", "1"]}

test_deny_workflow_run if _denied({"events": ["workflow_run"]}) == {["events", "0"]}

test_allow_pull_request if _denied({"events": ["push", "pull_request", "issue_comment"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_those_without_events_are_no_subjects if {
	policy.subjects == {"a"} with input.pipeline as [{"id": "a", "events": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.pipeline as [subject]
}
