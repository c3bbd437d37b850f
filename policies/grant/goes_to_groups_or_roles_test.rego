package gapcheck.grant.goes_to_groups_or_roles_test

import data.gapcheck.grant.goes_to_groups_or_roles as policy

test_deny_user if _denied({"attached_to": ["group", "user"]}) == {["attached_to", "1"]}

test_allow_role if _denied({"attached_to": ["role"]}) == set()

test_allow_missing_holder if _denied({}) == set()

test_subjects_are_grants_with_a_holder if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "attached_to": ["role"]}, {"id": "b"}]
}

test_subjects_attached_to_empty if {
	policy.subjects == set() with input.grant as [{"attached_to": [], "id": "a"}, {"id": "b"}]
}

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
