package gapcheck.grant.binds_no_cluster_admin_test

import data.gapcheck.grant.binds_no_cluster_admin as policy

test_deny_administrator if {
	_denied(object.union(_binding, {"role": "cluster-admin", "principals": ["User:ann"]})) == {["role"]}
}

test_allow_other_role if _denied(object.union(_binding, {"role": "view", "principals": ["User:ann"]})) == set()

test_allow_missing_role if _denied(_binding) == set()

test_subjects_are_bindings_in_clusters if {
	policy.subjects == {"a"} with input.grant as [object.union(_binding, {"id": "a"}), {"id": "b", "form": "binding", "scope": "project"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "scope": "cluster"},
	]
	policy.subjects == set() with input.grant as population
}

test_allow_form_binding_principals_role_cluster_admin if {
	_denied({"form": "binding", "principals": ["User:ann"], "role": "cluster-admin"}) == set()
}

test_subjects_form_binding_scope_namespace if {
	policy.subjects == {"a"} with input.grant as [{"form": "binding", "id": "a", "scope": "namespace"}, {"form": "binding", "id": "b", "scope": "project"}]
}

_binding := {"form": "binding", "scope": "cluster"}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
