package gapcheck.account.names_security_contact_test

import data.gapcheck.account.names_security_contact as policy

test_allow_no_alerts_to_admins if _denied({"alerts_to_admins": false}) == set()

_full := {"setting": "security_contact", "contact_email": "security@example.com", "alert_notifications": true, "alerts_to_admins": true}

test_deny_missing_address if _denied(object.remove(_full, {"contact_email"})) == {["contact_email"]}

test_deny_silence if _denied(object.union(_full, {"alert_notifications": false, "alerts_to_admins": false})) == {["alert_notifications"], ["alerts_to_admins"]}

test_allow_full if _denied(_full) == set()

test_allow_other_settings if _denied({"setting": "password_policy"}) == set()

test_subjects_are_contacts if {
	policy.subjects == {"a"} with input.account as [{"id": "a", "setting": "security_contact"}, {"id": "b", "setting": "os_login"}]
}

_denied(facts) := paths if {
	account := object.union({"id": "terraform:.#limits", "name": "limits"}, facts)
	paths := {it.path | some it in policy.deny} with input.account as [account]
}
