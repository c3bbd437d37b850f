package gapcheck.change.names_why_it_was_made_test

import data.gapcheck.change.names_why_it_was_made as policy

test_deny_neither if _denied({"is_first": false, "by_program": false}) == {["ticket"]}

test_deny_missing if _denied({}) == {["ticket"]}

test_allow_request if _denied({"request": "#1"}) == set()

test_allow_ticket if _denied({"ticket": "SHOP-1"}) == set()

test_allow_first_and_programs_are_no_subjects if {
	changes := [{"id": "a", "is_first": true}, {"id": "b", "by_program": true}, {"id": "c"}]
	policy.subjects == {"c"} with input.change as changes
}

test_allow_first_and_programs if {
	every facts in [{"is_first": true}, {"by_program": true}] {
		_denied(facts) == set()
	}
}

_denied(facts) := paths if {
	change := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.change as [change]
}
