package gapcheck.bucket.states_classification_test

import data.gapcheck.bucket.states_classification as policy

test_deny_missing if _denied({}) == {["classification"]}

test_allow_classified if _denied({"classification": "internal"}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
