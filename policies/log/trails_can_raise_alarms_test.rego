package gapcheck.log.trails_can_raise_alarms_test

import data.gapcheck.log.trails_can_raise_alarms as policy

test_deny_missing if _denied({}) == {["streams_to"]}

test_allow_sent if _denied({"streams_to": "arn:aws:logs:eu-west-1:123456789012:log-group:trail:*"}) == set()

test_allow_group if _denied({"form": "group"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "aws", "form": "trail"},
		{"id": "b", "provider": "aws", "form": "group"},
		{"id": "c", "provider": "google", "form": "trail"},
	]
	policy.subjects == {"a"} with input.log as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"provider": "aws", "form": "trail"}), facts)
	paths := {it.path | some it in policy.deny} with input.log as [subject]
}
