package gapcheck.account.names_security_contact_test

import data.gapcheck.account.names_security_contact as policy

test_deny_missing_address if _denied({}) == {["contact_email"]}

test_deny_empty_address if _denied({"contact_email": ""}) == {["contact_email"]}

test_allow_address if _denied({"contact_email": "security@example.com"}) == set()

test_allow_other_settings if _denied({"setting": "password_policy"}) == set()

test_subjects_are_contacts if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "setting": "security_contact"}, {"id": "b", "setting": "os_login"}]
}

_denied(facts) := paths if {
	account := object.union({"id": "terraform:.#team", "name": "team", "setting": "security_contact"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [account]
}
