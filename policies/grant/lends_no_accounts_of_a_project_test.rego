package gapcheck.grant.lends_no_accounts_of_a_project_test

import data.gapcheck.grant.lends_no_accounts_of_a_project as policy

test_deny_each_scope if {
	every scope in ["project", "folder", "organization"] {
		_denied({"scope": scope, "role": "roles/iam.serviceAccountUser"}) == {["role"]}
	}
}

test_deny_each_role if {
	every role in ["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator"] {
		_denied({"role": role}) == {["role"]}
	}
}

test_allow_other_role if _denied({"role": "roles/editor"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_one_account if _denied({"scope": "resource", "role": "roles/iam.serviceAccountUser"}) == set()

test_allow_other_form if _denied({"form": "role", "role": "roles/iam.serviceAccountUser"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "binding", "scope": "project"},
		{"id": "b", "form": "binding", "scope": "resource"},
		{"id": "c", "form": "role", "scope": "project"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "form": "binding", "scope": "project"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
