package gapcheck.monitor.warns_of_attacks_on_databases_test

import data.gapcheck.monitor.warns_of_attacks_on_databases as policy

test_deny_switched_off if {
	_denied({"disabled_alerts": ["", "Sql_Injection"]}) == {["disabled_alerts", "1"]}
}

test_allow_all if _denied({"disabled_alerts": []}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_watch if {
	_denied({"watch": "alarm", "disabled_alerts": ["a"]}) == set()
}

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.monitor as [{"id": "a", "watch": "database_alerts"}, {"id": "b", "watch": "alarm"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "watch": "database_alerts"}, facts)
	paths := {it.path | some it in policy.deny} with input.monitor as [subject]
}
