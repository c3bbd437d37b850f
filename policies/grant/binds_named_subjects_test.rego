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

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "scope": "cluster"},
	]
	policy.subjects == set() with input.grant as population
}

test_allow_form_binding_principals_role_view if {
	_denied({"form": "binding", "principals": ["User:ann", "User:system:anonymous"], "role": "view"}) == set()
}

test_allow_form_binding_principals_role_view_2 if {
	_denied({"form": "binding", "principals": ["other"], "role": "view", "scope": "cluster"}) == set()
}

test_subjects_form_binding_scope_namespace if {
	policy.subjects == {"a"} with input.grant as [{"form": "binding", "id": "a", "scope": "namespace"}, {"form": "binding", "id": "b", "scope": "project"}]
}

test_allow_form_binding_principals_role_view_3 if {
	_denied({"form": "binding", "principals": ["other"], "role": "view", "scope": "cluster"}) == set()
}

test_deny_form_binding_principals_role_view if {
	_denied({"form": "binding", "principals": ["Group:system:authenticated"], "role": "view", "scope": "cluster"}) == {["principals", "0"]}
}

test_deny_form_binding_principals_role_view_2 if {
	_denied({"form": "binding", "principals": ["Group:system:masters"], "role": "view", "scope": "cluster"}) == {["principals", "0"]}
}

test_deny_form_binding_principals_role_view_3 if {
	_denied({"form": "binding", "principals": ["Group:system:serviceaccounts"], "role": "view", "scope": "cluster"}) == {["principals", "0"]}
}

test_deny_form_binding_principals_role_view_4 if {
	_denied({"form": "binding", "principals": ["Group:system:unauthenticated"], "role": "view", "scope": "cluster"}) == {["principals", "0"]}
}

_binding := {"form": "binding", "scope": "cluster"}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
