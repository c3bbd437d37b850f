package gapcheck.queue.states_its_encryption_test

import data.gapcheck.queue.states_its_encryption as policy

test_deny_nothing_stated if _denied({"encryption_stated": false}) == {["encryption_stated"]}

test_deny_missing if _denied({}) == {["encryption_stated"]}

test_allow_stated if _denied({"encryption_stated": true}) == set()

test_allow_topics if _denied({"form": "topic"}) == set()

test_allow_other_providers if _denied({"provider": "azure"}) == set()

test_subjects_are_queues_of_amazon if {
	population := [
		{"id": "a", "provider": "aws", "form": "queue"},
		{"id": "b", "provider": "azure", "form": "queue"},
		{"id": "c", "provider": "aws", "form": "topic"},
	]
	policy.subjects == {"a"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws", "form": "queue"}, facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
