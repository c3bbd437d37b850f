package gapcheck.grant.avoids_basic_roles_test

import data.gapcheck.grant.avoids_basic_roles as policy

test_deny_editor if _denied({"form": "binding", "scope": "project", "role": "roles/editor"}) == {["role"]}

test_deny_owner_of_organization if _denied({"form": "binding", "scope": "organization", "role": "roles/owner"}) == {["role"]}

test_allow_predefined_role if _denied({"form": "binding", "scope": "project", "role": "roles/storage.objectViewer"}) == set()

test_allow_one_thing if _denied({"form": "binding", "scope": "resource", "role": "roles/viewer"}) == set()

test_allow_missing_role if _denied({"form": "binding", "scope": "project"}) == set()

test_subjects_are_bindings_that_reach_far if {
	grants := [{"id": "a", "form": "binding", "scope": "folder"}, {"id": "b", "form": "binding", "scope": "resource"}]
	policy.subjects == {"a"} with input.grant as grants
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "scope": "folder"},
	]
	policy.subjects == set() with input.grant as population
}

test_deny_form_binding_role_roles_viewer_scope_folder if {
	_denied({"form": "binding", "role": "roles/viewer", "scope": "folder"}) == {["role"]}
}

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
