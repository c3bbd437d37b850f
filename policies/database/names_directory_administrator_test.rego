package gapcheck.database.names_directory_administrator_test

import data.gapcheck.database.names_directory_administrator as policy

test_deny_none if _denied({"directory_admin": false}) == {["directory_admin"]}

test_allow_named if _denied({"directory_admin": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()


test_subjects_leave_others_out if {
	population := [
		{"id": "a", "directory_admin": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_subjects_no_directory_admin if {
	policy.subjects == {"a"} with input.database as [{"directory_admin": false, "id": "a"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
