package gapcheck.grant.leaves_default_accounts_bare_test

import data.gapcheck.grant.leaves_default_accounts_bare as policy

test_deny_default if {
	_denied(object.union(_binding, {"role": "view", "principals": ["ServiceAccount:shop/default"]})) == {["principals", "0"]}
}

test_allow_own_account if _denied(object.union(_binding, {"role": "view", "principals": ["ServiceAccount:shop/web"]})) == set()

test_allow_missing if _denied(_binding) == set()

test_subjects_are_bindings_in_clusters if {
	policy.subjects == {"a"} with input.grant as [object.union(_binding, {"id": "a"}), {"id": "b", "form": "binding", "scope": "resource"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "scope": "cluster"},
	]
	policy.subjects == set() with input.grant as population
}

test_allow_form_binding_principals_role_view if {
	_denied({"form": "binding", "principals": ["ServiceAccount:shop/default"], "role": "view"}) == set()
}

test_allow_form_binding_principals_role_view_2 if {
	_denied({"form": "binding", "principals": ["/default"], "role": "view", "scope": "cluster"}) == set()
}

test_subjects_form_binding_scope_namespace if {
	policy.subjects == {"a"} with input.grant as [{"form": "binding", "id": "a", "scope": "namespace"}, {"form": "binding", "id": "b", "scope": "resource"}]
}

test_deny_each_of_the_provider if {
	every scope in ["project", "folder", "organization"] {
		every who in ["serviceAccount:1-compute@developer.gserviceaccount.com", "serviceAccount:a@appspot.gserviceaccount.com"] {
			facts := {"form": "binding", "scope": scope, "role": "roles/viewer", "principals": ["user:ann@example.com", who]}
			_denied(facts) == {["principals", "1"]}
		}
	}
}

test_allow_own_account_of_a_project if {
	who := "serviceAccount:web@example.iam.gserviceaccount.com"
	_denied({"form": "binding", "scope": "project", "role": "roles/viewer", "principals": [who]}) == set()
}

_binding := {"form": "binding", "scope": "cluster"}

_denied(facts) := paths if {
	grant := object.union({"id": "kubernetes:a.yaml#web", "name": "web", "format": "kubernetes"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
