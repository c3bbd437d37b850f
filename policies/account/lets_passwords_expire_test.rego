package gapcheck.account.lets_passwords_expire_test

import data.gapcheck.account.lets_passwords_expire as policy

test_deny_never if _denied({"max_password_age_days": 0}) == {["max_password_age_days"]}

test_deny_missing if _denied({}) == {["max_password_age_days"]}

test_deny_too_late if _denied({"max_password_age_days": 91}) == {["max_password_age_days"]}

test_allow_in_time if _denied({"max_password_age_days": 90}) == set()

test_allow_at_once if _denied({"max_password_age_days": 1}) == set()

test_allow_other_settings if _denied({"setting": "disk_encryption"}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "setting": "password_policy"},
		{"id": "b", "setting": "os_login"},
	]
	policy.subjects == {"a"} with input.account as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"setting": "password_policy"}), facts)
	paths := {it.path | some it in policy.deny} with input.account as [subject]
}
