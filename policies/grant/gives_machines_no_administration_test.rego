package gapcheck.grant.gives_machines_no_administration_test

import data.gapcheck.grant.gives_machines_no_administration as policy

test_deny_each_scope if {
	every scope in ["project", "folder", "organization"] {
		_denied({"scope": scope}) == {["role"]}
	}
}

test_deny_each_role if {
	every role in ["roles/owner", "roles/editor", "roles/storage.admin", "roles/iam.serviceAccountKeyAdmin"] {
		_denied({"role": role}) == {["role"]}
	}
}

test_deny_among_others if _denied({"principals": ["user:ann@example.com", _own]}) == {["role"]}

test_allow_other_role if _denied({"role": "roles/storage.objectViewer"}) == set()

test_allow_people if _denied({"principals": ["user:ann@example.iam.gserviceaccount.com"]}) == set()

test_allow_agent if _denied({"principals": ["serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"]}) == set()

test_allow_account_of_the_provider if _denied({"principals": ["serviceAccount:1@cloudservices.gserviceaccount.com"]}) == set()

test_deny_account_that_comes_with_the_project if {
	_denied({"principals": ["serviceAccount:1-compute@developer.gserviceaccount.com"]}) == {["role"]}
}

test_allow_numbered_agent if _denied({"principals": ["serviceAccount:service-12@compute-system.iam.gserviceaccount.com"]}) == set()

test_allow_nobody if _denied({"principals": []}) == set()

test_allow_missing if {
	grant := {"id": "a", "name": "a", "form": "binding", "scope": "project"}
	policy.deny == set() with input.grant as [grant]
}

test_allow_one_bucket if _denied({"scope": "resource"}) == set()

test_allow_other_form if _denied({"form": "role"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "binding", "scope": "project"},
		{"id": "b", "form": "binding", "scope": "resource"},
		{"id": "c", "form": "role", "scope": "project"},
	]
	policy.subjects == {"a"} with input.grant as population
}

_own := "serviceAccount:web@example.iam.gserviceaccount.com"

_denied(facts) := paths if {
	bound := {"form": "binding", "scope": "project", "role": "roles/storage.admin", "principals": [_own]}
	subject := object.union({"id": "a", "name": "a"}, object.union(bound, facts))
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
