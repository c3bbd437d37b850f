package gapcheck.queue.policy_names_actions_test

import data.gapcheck.queue.policy_names_actions as policy

test_deny_everything if {
	named := {"effect": "allow", "actions": ["sqs:SendMessage"]}
	wide := {"effect": "allow", "actions": ["sqs:SendMessage", "*"]}
	_denied({"statements": [named, wide]}) == {["statements", "1", "actions", "1"]}
}

test_deny_topic if _denied({"form": "topic", "statements": [_wide]}) == {["statements", "0", "actions", "0"]}

test_allow_named if _denied({"statements": [{"effect": "allow", "actions": ["sqs:SendMessage"]}]}) == set()

test_allow_denial if _denied({"statements": [{"effect": "deny", "actions": ["*"]}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_forms if _denied({"form": "stream", "statements": [_wide]}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "queue"},
		{"id": "b", "form": "topic"},
		{"id": "c", "form": "stream"},
	]
	policy.subjects == {"a", "b"} with input.queue as population
}

_wide := {"effect": "allow", "actions": ["*"]}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "queue"}), facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
