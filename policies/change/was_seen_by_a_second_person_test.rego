package gapcheck.change.was_seen_by_a_second_person_test

import data.gapcheck.change.was_seen_by_a_second_person as policy

test_deny_own_approval if _denied({"second_person": false, "author": "Ann"}) == {["second_person"]}

test_allow_another if _denied({"second_person": true, "author": "Ann"}) == set()

test_allow_missing_is_no_subject if {
	policy.subjects == {"b"} with input.change as [{"id": "a"}, {"id": "b", "second_person": true}]
	_denied({}) == set()
}

_denied(facts) := paths if {
	change := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.change as [change]
}
