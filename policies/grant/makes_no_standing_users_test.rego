package gapcheck.grant.makes_no_standing_users_test

import data.gapcheck.grant.makes_no_standing_users as policy

test_deny_user if _denied({"form": "user"}) == {["form"]}

test_allow_role if _denied({"form": "trust"}) == set()

test_allow_missing_form if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "user"},
		{"id": "b", "form": "trust"},
		{"id": "c", "form": "statement"},
	]
	policy.subjects == {"a", "b"} with input.grant as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {}), facts)
	paths := {it.path | some it in policy.deny} with input.grant as [subject]
}
