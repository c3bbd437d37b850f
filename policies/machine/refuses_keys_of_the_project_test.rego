package gapcheck.machine.refuses_keys_of_the_project_test

import data.gapcheck.machine.refuses_keys_of_the_project as policy

test_deny_keys if _denied({"blocks_project_keys": false}, []) == {["blocks_project_keys"]}

test_deny_keys_where_sign_in_is_off if {
	project := {"id": "terraform:.#project", "os_login": true}
	_denied({"blocks_project_keys": false, "os_login": false}, [project]) == {["blocks_project_keys"]}
}

test_allow_sign_in if _denied({"blocks_project_keys": false, "os_login": true}, []) == set()

test_allow_sign_in_of_the_project if {
	project := {"id": "terraform:.#project", "os_login": true}
	_denied({"blocks_project_keys": false}, [project]) == set()
}

test_deny_keys_beside_another_project if {
	every project in [{"id": "terraform:other#project", "os_login": true}, {"id": "terraform:.#project", "os_login": false}] {
		_denied({"blocks_project_keys": false}, [project]) == {["blocks_project_keys"]}
	}
}

test_allow_blocked if _denied({"blocks_project_keys": true}, []) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}, []) == set()

test_subjects_are_machines_that_tell if {
	policy.subjects == {"a", "b"} with input.machine as [
		{"id": "a", "blocks_project_keys": true},
		{"id": "b", "blocks_project_keys": false},
		{"id": "c"},
	]
}

_denied(facts, accounts) := paths if {
	machine := object.union({"id": "terraform:.#web", "name": "web"}, facts)
	paths := {it.path | some it in policy.deny} with input.machine as [machine] with input.account as accounts
}
