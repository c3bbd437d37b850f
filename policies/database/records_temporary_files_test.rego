package gapcheck.database.records_temporary_files_test

import data.gapcheck.database.records_temporary_files as policy

test_deny_left_out if _denied({"engine": "POSTGRES_15", "settings": []}) == {["settings"]}

test_deny_large_only if {
	_denied({"engine": "POSTGRES_15", "settings": [{"name": "log_temp_files", "value": "10"}]}) == {["settings", "0", "value"]}
}

test_allow_all if _denied({"engine": "POSTGRES_15", "settings": [{"name": "log_temp_files", "value": "0"}]}) == set()

test_allow_other_parameter if {
	facts := {"engine": "POSTGRES_15", "settings": [{"name": "log_temp_files", "value": "0"}, {"name": "work_mem", "value": "10"}]}
	_denied(facts) == set()
}

test_allow_other_engine if {
	_denied({"engine": "MYSQL_8_0", "settings": [{"name": "log_temp_files", "value": "10"}]}) == set()
}

test_allow_missing if _denied({"engine": "POSTGRES_15"}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "settings": [], "engine": "POSTGRES_15"},
		{"id": "b", "settings": []},
		{"id": "c", "settings": [], "engine": "MYSQL_8_0"},
		{"id": "d", "engine": "POSTGRES_15"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
