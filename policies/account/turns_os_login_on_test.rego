package gapcheck.account.turns_os_login_on_test

import data.gapcheck.account.turns_os_login_on as policy

test_deny_off if _denied([{"os_login": false}]) == {["os_login"]}

test_deny_missing if _denied([{}]) == {["os_login"]}

test_allow_on if _denied([{"os_login": true}]) == set()

test_allow_missing_beside_on if _denied([{}, {"os_login": true}]) == set()

test_deny_missing_beside_off if _denied([{}, {"os_login": false}]) == {["os_login"]}

test_deny_off_beside_on if _denied([{"os_login": false}, {"os_login": true}]) == {["os_login"]}

test_deny_missing_beside_another_setting if _denied([{}, {"setting": "project", "os_login": true}]) == {["os_login"]}

test_allow_other_setting if _denied([{"setting": "project"}]) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "setting": "os_login"}, {"id": "b", "setting": "project"}]
}

test_deny_missing_beside_on_elsewhere if _denied([{"id": "x#a"}, {"id": "y#a", "os_login": true}]) == {["os_login"]}

test_allow_missing_beside_on_in_one_configuration if _denied([{"id": "x#a"}, {"id": "x#b", "os_login": true}]) == set()

_denied(accounts) := paths if {
	population := [object.union({"id": "a", "name": "a", "setting": "os_login"}, it) | some it in accounts]
	paths := {it.path | some it in policy.deny} with input.account as population
}
