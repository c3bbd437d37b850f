package gapcheck.account.names_a_number_to_call_test

import data.gapcheck.account.names_a_number_to_call as policy

test_deny_missing_number if _denied({}) == {["contact_phone"]}

test_allow_number if _denied({"contact_phone": "+1-555-0100"}) == set()

test_allow_other_settings if _denied({"setting": "password_policy"}) == set()

test_subjects_are_contacts if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "setting": "security_contact"}, {"id": "b", "setting": "os_login"}]
}

_denied(facts) := paths if {
	account := object.union({"id": "terraform:.#team", "name": "team", "setting": "security_contact"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [account]
}
