package gapcheck.account.takes_no_former_passwords_test

import data.gapcheck.account.takes_no_former_passwords as policy

test_deny_password_reuse_prevention if _denied({"password_reuse_prevention": 23}) == {["password_reuse_prevention"]}

test_allow_password_reuse_prevention if _denied({"password_reuse_prevention": 24}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "password_reuse_prevention": 23}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
