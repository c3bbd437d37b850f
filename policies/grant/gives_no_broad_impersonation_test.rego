package gapcheck.grant.gives_no_broad_impersonation_test

import data.gapcheck.grant.gives_no_broad_impersonation as policy

test_deny_each_scope if {
	every scope in ["project", "folder", "organization"] {
		_denied({"scope": scope, "role": "roles/iam.securityAdmin"}) == {["role"]}
	}
}

test_deny_each_role if {
	every role in policy._roles {
		_denied({"role": role}) == {["role"]}
	}
}

test_roles_are_those_that_were_meant if {
	count(policy._roles) == 13
	"roles/owner" in policy._roles
	"roles/dataproc.editor" in policy._roles
	"roles/iam.workloadIdentityUser" in policy._roles
	"roles/resourcemanager.organizationAdmin" in policy._roles
}

test_allow_other_role if _denied({"role": "roles/logging.viewer"}) == set()

test_allow_missing if _denied({}) == set()

test_allow_one_account if _denied({"scope": "resource", "role": "roles/iam.securityAdmin"}) == set()

test_allow_other_form if _denied({"form": "role", "role": "roles/iam.securityAdmin"}) == set()

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
