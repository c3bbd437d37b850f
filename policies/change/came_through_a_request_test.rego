package gapcheck.change.came_through_a_request_test

import data.gapcheck.change.came_through_a_request as policy

test_deny_pushed if _denied({"landed_by": "push", "is_first": false}) == {["landed_by"]}

test_allow_merged if _denied({"landed_by": "merge"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_first_is_no_subject if {
	first := {"id": "a", "name": "a", "is_first": true, "landed_by": "push"}
	policy.subjects == set() with input.change as [first]
	policy.deny == set() with input.change as [first]
}

test_allow_others_are_subjects if policy.subjects == {"a"} with input.change as [{"id": "a", "is_first": false}]

_denied(facts) := paths if {
	change := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.change as [change]
}
