package gapcheck.cluster.has_no_accounts_of_its_own_test

import data.gapcheck.cluster.has_no_accounts_of_its_own as policy

test_deny_local_accounts if _denied({"local_accounts": true}) == {["local_accounts"]}

test_deny_certificate if _denied({"client_certificate": true}) == {["client_certificate"]}

test_allow_neither if _denied({"local_accounts": false, "client_certificate": false}) == set()

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "local_accounts": true},
		{"id": "b", "client_certificate": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.cluster as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.cluster as [subject]
}
