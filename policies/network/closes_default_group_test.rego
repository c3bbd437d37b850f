package gapcheck.network.closes_default_group_test

import data.gapcheck.network.closes_default_group as policy

test_deny_open if _denied({"default_group_closed": false}) == {["default_group_closed"]}

test_allow_closed if _denied({"default_group_closed": true}) == set()

test_allow_missing_where_there_is_no_such_group if _denied({}) == set()

test_subjects_are_networks_with_such_a_group if {
	policy.subjects == {"a"} with input.network as [{"id": "a", "default_group_closed": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	main := object.union({"id": "terraform:.#main", "name": "main"}, facts)
	paths := {it.path | some it in policy.deny} with input.network as [main]
}
