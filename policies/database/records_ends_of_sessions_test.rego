package gapcheck.database.records_ends_of_sessions_test

import data.gapcheck.database.records_ends_of_sessions as policy

test_deny_off if _denied({"settings": [{"name": "log_disconnections", "value": "off"}]}) == {["settings", "0", "value"]}

test_allow_on if _denied({"settings": [{"name": "log_disconnections", "value": "on"}]}) == set()

test_allow_other_parameter if _denied({"settings": [{"name": "log_parser_stats", "value": "off"}]}) == set()

test_allow_other_engine if _denied({"engine": "MYSQL_8_0", "settings": [{"name": "log_disconnections", "value": "off"}]}) == set()

test_allow_other_engine_without if _denied({"engine": "MYSQL_8_0", "settings": []}) == set()

test_allow_missing if _denied({}) == set()

test_deny_left_out if _denied({"engine": "POSTGRES_15", "settings": []}) == {["settings"]}

test_allow_where_no_parameters_are_known if _denied({"engine": "POSTGRES_15"}) == set()

test_allow_stated if _denied({"engine": "POSTGRES_15", "settings": [{"name": "log_disconnections", "value": "on"}]}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "settings": []},
		{"id": "b", "settings": [], "engine": "POSTGRES_15"},
		{"id": "c", "settings": [], "engine": "MYSQL_8_0"},
		{"id": "d"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
