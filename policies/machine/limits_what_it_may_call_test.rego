package gapcheck.machine.limits_what_it_may_call_test

import data.gapcheck.machine.limits_what_it_may_call as policy

test_deny_each_name_of_everything if {
	every scope in ["cloud-platform", "https://www.googleapis.com/auth/cloud-platform"] {
		_denied({"default_service_account": true, "scopes": ["compute-ro", scope]}) == {["scopes", "1"]}
	}
}

test_allow_few if _denied({"default_service_account": true, "scopes": ["storage-ro"]}) == set()

test_allow_own_account if _denied({"default_service_account": false, "scopes": ["cloud-platform"]}) == set()

test_allow_missing if _denied({"default_service_account": true}) == set()

test_allow_where_nothing_of_it_is_known if _denied({"scopes": ["cloud-platform"]}) == set()

test_subjects_are_machines_that_tell if {
	population := [
		{"id": "a", "default_service_account": true},
		{"id": "b", "default_service_account": false},
		{"id": "c"},
	]
	policy.subjects == {"a", "b"} with input.machine as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [subject]
}
