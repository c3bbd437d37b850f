package gapcheck.cluster.decides_by_roles_test

import data.gapcheck.cluster.decides_by_roles as policy

test_deny_without_roles if _denied({"rbac": false}) == {["rbac"]}

test_deny_old_authorization if _denied({"legacy_authorization": true}) == {["legacy_authorization"]}

test_allow_roles if _denied({"rbac": true, "legacy_authorization": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "rbac": true},
		{"id": "b", "legacy_authorization": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
