package gapcheck.account.demands_digits_test

import data.gapcheck.account.demands_digits as policy

test_deny_requires_numbers if _denied({"requires_numbers": false}) == {["requires_numbers"]}

test_allow_requires_numbers if _denied({"requires_numbers": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "requires_numbers": false}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
