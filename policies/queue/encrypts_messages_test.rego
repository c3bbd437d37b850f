package gapcheck.queue.encrypts_messages_test

import data.gapcheck.queue.encrypts_messages as policy

test_deny_unencrypted if _denied({"encrypted": false}) == {["encrypted"]}

test_deny_missing if _denied({}) == {["encrypted"]}

test_allow_encrypted if _denied({"encrypted": true}) == set()

test_allow_subscription if _denied({"form": "subscription", "encrypted": false}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "queue"}, facts))
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
