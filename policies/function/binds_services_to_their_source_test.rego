package gapcheck.function.binds_services_to_their_source_test

import data.gapcheck.function.binds_services_to_their_source as policy

test_deny_unbound if _denied([{"principal": "123456789012"}, {"principal": "s3.amazonaws.com"}]) == {["permissions", "1", "principal"]}

test_allow_source if _denied([{"principal": "s3.amazonaws.com", "source": "arn:aws:s3:::orders"}]) == set()

test_allow_account if _denied([{"principal": "s3.amazonaws.com", "source_account": "123456789012"}]) == set()

test_allow_named_account if _denied([{"principal": "123456789012"}]) == set()

test_allow_missing_principal if _denied([{}]) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "permissions": [{}]},
		{"id": "b"},
		{"id": "c", "permissions": []},
	]
	policy.subjects == {"a"} with input.function as population
}

_denied(permissions) := paths if {
	paths := {it.path | some it in policy.deny} with input.function as [{"id": "a", "name": "a", "permissions": permissions}]
}
