package gapcheck.database.states_classification_test

import data.gapcheck.database.states_classification as policy

test_deny_missing if _denied({}) == {["classification"]}

test_allow_classified if _denied({"classification": "internal"}) == set()

test_allow_member_of_a_cluster if _denied({"role": "member"}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
