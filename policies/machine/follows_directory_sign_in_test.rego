package gapcheck.machine.follows_directory_sign_in_test

import data.gapcheck.machine.follows_directory_sign_in as policy

test_deny_os_login_off if _denied({"os_login": false, "blocks_project_keys": false}) == {["os_login"]}

test_deny_keys_of_the_project if _denied({"blocks_project_keys": false}) == {["blocks_project_keys"]}

test_allow_os_login if _denied({"os_login": true, "blocks_project_keys": false}) == set()

test_allow_keys_blocked if _denied({"blocks_project_keys": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()

test_allow_os_login_of_the_project if {
	found := policy.deny with input.machine as [{"id": "a", "name": "a", "blocks_project_keys": false}]
		with input.account as [{"id": "b", "os_login": true}]
	found == set()
}

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a"} with input.machine as [{"id": "a", "blocks_project_keys": true}, {"id": "b"}]
}

test_deny_no_blocks_project_keys if {
	paths := {it.path | some it in policy.deny} with input.account as [{"id": "b"}]
		with input.machine as [{"blocks_project_keys": false, "id": "a", "name": "a"}]
	paths == {["blocks_project_keys"]}
}

_denied(facts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine]
}
