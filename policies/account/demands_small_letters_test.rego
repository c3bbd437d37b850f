package gapcheck.account.demands_small_letters_test

import data.gapcheck.account.demands_small_letters as policy

test_deny_requires_lowercase if _denied({"requires_lowercase": false}) == {["requires_lowercase"]}

test_allow_requires_lowercase if _denied({"requires_lowercase": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption", "requires_lowercase": false}) == set()

test_subjects_are_password_policies if {
	population := [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "setting": "password_policy"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
