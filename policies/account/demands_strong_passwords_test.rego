package gapcheck.account.demands_strong_passwords_test

import data.gapcheck.account.demands_strong_passwords as policy

test_deny_min_password_length_13_password_reuse_prevention_2 if {
	_denied({"min_password_length": 13, "password_reuse_prevention": 24, "requires_lowercase": true, "requires_numbers": true, "requires_symbols": false, "requires_uppercase": true, "setting": "password_policy"}) == {["min_password_length"], ["requires_symbols"]}
}

test_deny_min_password_length_8_password_reuse_prevention_23 if {
	_denied({"min_password_length": 8, "password_reuse_prevention": 23, "requires_lowercase": true, "requires_numbers": true, "requires_symbols": true, "requires_uppercase": true, "setting": "password_policy"}) == {["min_password_length"], ["password_reuse_prevention"]}
}

test_allow_min_password_length_0 if _denied({"min_password_length": 0}) == set()

test_allow_setting_disk_encryption_no_requires_numbers if {
	_denied({"setting": "disk_encryption", "requires_numbers": false}) == set()
}

_strong := {
	"setting": "password_policy", "min_password_length": 14, "password_reuse_prevention": 24,
	"requires_lowercase": true, "requires_uppercase": true, "requires_numbers": true, "requires_symbols": true,
}

test_deny_short if _denied(object.union(_strong, {"min_password_length": 8})) == {["min_password_length"]}

test_deny_reuse if _denied(object.union(_strong, {"password_reuse_prevention": 0})) == {["password_reuse_prevention"]}

test_deny_uniform if _denied(object.union(_strong, {"requires_symbols": false})) == {["requires_symbols"]}

test_allow_strong if _denied(_strong) == set()

test_allow_missing_in_other_settings if _denied({"setting": "disk_encryption"}) == set()

test_subjects_are_password_policies if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "setting": "password_policy"}, {"id": "b", "setting": "os_login"}]
}

_denied(facts) := paths if {
	account := object.union({"id": "terraform:.#limits", "name": "limits"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [account]
}
