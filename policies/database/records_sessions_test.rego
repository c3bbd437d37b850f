package gapcheck.database.records_sessions_test

import data.gapcheck.database.records_sessions as policy

test_deny_each_off if {
	every name in ["log_connections", "log_disconnections", "log_checkpoints", "log_lock_waits", "log_duration"] {
		_denied({"settings": [{"name": name, "value": "OFF"}]}) == {["settings", "0", "value"]}
	}
}

test_deny_each_way_of_off if {
	every value in ["off", "0", "false"] {
		_denied({"settings": [{"name": "log_duration", "value": value}]}) == {["settings", "0", "value"]}
	}
}

test_allow_on if _denied({"settings": [{"name": "log_connections", "value": "on"}]}) == set()

test_allow_other_setting if _denied({"settings": [{"name": "log_parser_stats", "value": "off"}]}) == set()

test_allow_missing if _denied({}) == set()

test_deny_missing_on_managed if {
	every name in ["log_connections", "log_disconnections", "log_lock_waits"] {
		stated := [it | some it in _all; it.name != name]
		_denied({"engine": "POSTGRES_15", "settings": stated}) == {["settings"]}
	}
}

test_deny_checkpoints_on_older if _denied({"engine": "POSTGRES_14", "settings": _all}) == {["settings"]}

test_allow_checkpoints_on_older if {
	stated := array.concat(_all, [{"name": "log_checkpoints", "value": "on"}])
	_denied({"engine": "POSTGRES_9_6", "settings": stated}) == set()
}

test_allow_managed if _denied({"engine": "POSTGRES_15", "settings": _all}) == set()

test_allow_other_engine if _denied({"engine": "MYSQL_8_0", "settings": []}) == set()

test_allow_other_engine_off if {
	_denied({"engine": "MYSQL_8_0", "settings": [{"name": "log_duration", "value": "off"}]}) == set()
}

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "settings": []},
		{"id": "b", "settings": [], "engine": "POSTGRES_15"},
		{"id": "c", "settings": [], "engine": "MYSQL_8_0"},
		{"id": "d"},
	]
	policy.subjects == {"a", "b"} with input.database as population
}

test_allow_managed_without_settings if _denied({"engine": "POSTGRES_15"}) == set()

_all := [
	{"name": "log_connections", "value": "on"},
	{"name": "log_disconnections", "value": "on"},
	{"name": "log_lock_waits", "value": "on"},
]

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
