package gapcheck.grant.binds_named_subjects_test

import data.gapcheck.grant.binds_named_subjects as policy

test_deny_anonymous if {
	principals := ["User:ann", "User:system:anonymous"]
	_denied(object.union(_binding, {"role": "view", "principals": principals})) == {["principals", "1"]}
}

test_allow_named if _denied(object.union(_binding, {"role": "view", "principals": ["Group:team"]})) == set()

test_allow_missing if _denied(_binding) == set()

test_subjects_are_bindings_in_clusters if {
	policy.subjects == {"a"} with input.grant as [object.union(_binding, {"id": "a"}), {"id": "b", "form": "binding", "scope": "project"}]
}

_binding := {"form": "binding", "scope": "cluster"}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
