package gapcheck.monitor.mails_attacks_on_databases_test

import data.gapcheck.monitor.mails_attacks_on_databases as policy

test_deny_nobody if _denied({"email_addresses": []}) == {["email_addresses"]}

test_allow_somebody if _denied({"email_addresses": ["a@example.com"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_watch if _denied({"watch": "alarm", "email_addresses": []}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "database_alerts"}, {"id": "b", "watch": "alarm"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "watch": "database_alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
