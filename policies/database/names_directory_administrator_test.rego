package gapcheck.database.names_directory_administrator_test

import data.gapcheck.database.names_directory_administrator as policy

test_deny_none if _denied({"directory_admin": false}) == {["directory_admin"]}

test_allow_named if _denied({"directory_admin": true}) == set()

test_allow_missing_where_there_is_no_such_setting if _denied({}) == set()


_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
