package gapcheck.account.demands_capital_letters_test

import data.gapcheck.account.demands_capital_letters as policy

test_deny_requires_uppercase if _denied({"requires_uppercase": false}) == {["requires_uppercase"]}

test_allow_requires_uppercase if _denied({"requires_uppercase": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "requires_uppercase": false}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
