package gapcheck.repository.is_private_test

import data.gapcheck.repository.is_private as policy

test_deny_off if _denied({"is_private": false}) == {["is_private"]}

test_allow_on if _denied({"is_private": true}) == set()

test_allow_archived if _denied({"is_private": false, "is_archived": true}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.repository as [{"id": "a"}, {"id": "b", "is_private": true}]
	_denied({}) == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.repository as [subject]
}
