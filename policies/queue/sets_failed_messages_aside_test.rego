package gapcheck.queue.sets_failed_messages_aside_test

import data.gapcheck.queue.sets_failed_messages_aside as policy

test_deny_none if _denied({"dead_letter": false}) == {["dead_letter"]}

test_deny_missing if _denied({}) == {["dead_letter"]}

test_allow_set_aside if _denied({"dead_letter": true}) == set()

test_allow_queue_for_failed_messages if _denied({"dead_letter": false, "holds_dead_letters": true}) == set()

test_allow_mail if _denied({"form": "subscription", "protocol": "email"}) == set()

test_allow_topic if _denied({"form": "topic"}) == set()

test_subjects_leave_others_out if policy.subjects == set() with input.queue as [{"id": "a"}]

test_deny_each_form if {
	every it in ["subscription", "target"] {
		_denied({"form": it}) == {["dead_letter"]}
	}
}

test_allow_each_protocol if {
	every it in ["email-json", "sms"] {
		_denied({"protocol": it}) == set()
	}
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "queue"}, facts))
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
