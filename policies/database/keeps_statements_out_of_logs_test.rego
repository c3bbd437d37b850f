package gapcheck.database.keeps_statements_out_of_logs_test

import data.gapcheck.database.keeps_statements_out_of_logs as policy

test_deny_stated if {
	_denied({"engine": "POSTGRES_15", "settings": [{"name": "log_min_duration_statement", "value": "99"}]}) == {["settings", "0", "value"]}
}

test_allow_off if _denied({"settings": [{"name": "log_min_duration_statement", "value": "-1"}]}) == set()

test_allow_left_out if _denied({"engine": "POSTGRES_15", "settings": [{"name": "work_mem", "value": "99"}]}) == set()

test_allow_other_engine if {
	_denied({"engine": "MYSQL_8_0", "settings": [{"name": "log_min_duration_statement", "value": "99"}]}) == set()
}

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "settings": [], "engine": "POSTGRES_15"},
		{"id": "b", "settings": []},
		{"id": "c", "settings": [], "engine": "MYSQL_8_0"},
		{"id": "d"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
