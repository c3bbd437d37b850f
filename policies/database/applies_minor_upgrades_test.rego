package gapcheck.database.applies_minor_upgrades_test

import data.gapcheck.database.applies_minor_upgrades as policy

test_deny_off if _denied({"auto_minor_upgrade": false}) == {["auto_minor_upgrade"]}

test_allow_on if _denied({"auto_minor_upgrade": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "auto_minor_upgrade": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_subjects_no_auto_minor_upgrade if {
	policy.subjects == {"a"} with input.database as [{"auto_minor_upgrade": false, "id": "a"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
