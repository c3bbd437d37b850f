package gapcheck.machine.follows_directory_sign_in_test

import data.gapcheck.machine.follows_directory_sign_in as policy

test_deny_os_login_off if _denied({"os_login": false}) == {["os_login"]}

test_allow_os_login if _denied({"os_login": true}) == set()

test_allow_missing_where_the_project_decides if _denied({}) == set()

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a", "b"} with input.machine as [
		{"id": "a", "blocks_project_keys": true},
		{"id": "b", "blocks_project_keys": false},
		{"id": "c"},
	]
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web", "blocks_project_keys": false}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
