package gapcheck.queue.encrypts_messages_test

import data.gapcheck.queue.encrypts_messages as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

test_allow_subscription if _denied({"form": "subscription", "encrypted": false}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "encrypted": true, "form": "queue"},
		{"id": "b"},
		{"id": "c", "form": "other"},
	]
	policy.subjects == {"a"} with input.queue as population
}

test_deny_each_form if {
	every it in ["topic", "stream", "namespace"] {
		_denied({"form": it}) == {["encrypted"]}
	}
}

test_subjects_leave_others_out_2 if {
	population := [
		{"id": "a", "form": "other"},
	]
	policy.subjects == set() with input.queue as population
}

test_subjects_are_all_of_these if {
	population := [
		{"id": "a", "form": "topic"},
		{"id": "b", "form": "stream"},
		{"id": "c", "form": "namespace"},
	]
	policy.subjects == {"a", "b", "c"} with input.queue as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "queue"}, facts))
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
