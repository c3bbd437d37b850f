package gapcheck.account.demands_symbols_test

import data.gapcheck.account.demands_symbols as policy

test_deny_requires_symbols if _denied({"requires_symbols": false}) == {["requires_symbols"]}

test_allow_requires_symbols if _denied({"requires_symbols": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "requires_symbols": false}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
