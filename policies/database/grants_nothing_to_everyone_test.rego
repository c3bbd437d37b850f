package gapcheck.database.grants_nothing_to_everyone_test

import data.gapcheck.database.grants_nothing_to_everyone as policy

test_deny_everybody if _denied({"grantees": [{"who": "allUsers"}]}) == {["grantees", "0", "who"]}

test_allow_named if _denied({"grantees": [{"who": "user:ann@example.com"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_server if policy.subjects == set() with input.database as [{"id": "a", "form": "relational", "role": "server"}]

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "warehouse", "role": "table"},
		{"id": "b", "role": "table"},
		{"id": "c", "form": "warehouse"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_allow_grantees if _denied({"grantees": [{"who": "other"}]}) == set()

test_allow_grantees_2 if _denied({"grantees": [{"who": "other"}]}) == set()

test_deny_grantees if _denied({"grantees": [{"who": "allAuthenticatedUsers"}]}) == {["grantees", "0", "who"]}

test_deny_table_of_a_dataset if {
	_denied({"role": "member", "grantees": [{"who": "allUsers"}]}) == {["grantees", "0", "who"]}
}

test_subjects_name_tables_of_datasets if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "form": "warehouse", "role": "member"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "warehouse", "role": "table"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
