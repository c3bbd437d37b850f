package gapcheck.grant.gives_users_no_console_password_test

import data.gapcheck.grant.gives_users_no_console_password as policy

test_deny_password if _denied({"form": "user", "console_access": true}) == {["console_access"]}

test_allow_no_password if _denied({"form": "user", "console_access": false}) == set()

test_allow_missing_in_other_forms if _denied({"form": "trust"}) == set()

test_subjects_are_users_that_could if {
	policy.subjects == {"a"} with input.grant as [{"id": "a", "form": "user", "console_access": false}, {"id": "b", "form": "user"}]
}

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "console_access": true},
	]
	policy.subjects == set() with input.grant as population
}

test_allow_console_access if _denied({"console_access": true}) == set()

_denied(facts) := paths if {
	grant := object.union({"id": "terraform:.#deploy", "name": "deploy"}, facts)
	paths := {it.path | some it in policy.deny} with input.grant as [grant]
}
