package gapcheck.account.demands_long_passwords_test

import data.gapcheck.account.demands_long_passwords as policy

test_deny_min_password_length if _denied({"min_password_length": 13}) == {["min_password_length"]}

test_allow_min_password_length if _denied({"min_password_length": 14}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "min_password_length": 13}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
