package gapcheck.database.audits_statements_test

import data.gapcheck.database.audits_statements as policy

test_deny_none if _denied({"settings": []}) == {["settings"]}

test_deny_off if _denied({"settings": [{"name": "cloudsql.enable_pgaudit", "value": "off"}]}) == {["settings"]}

test_deny_other if _denied({"settings": [{"name": "log_connections", "value": "on"}]}) == {["settings"]}

test_allow_on if _denied({"settings": [{"name": "cloudsql.enable_pgaudit", "value": "ON"}]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_engine if _denied({"engine": "MYSQL_8_0", "settings": []}) == set()

test_subjects_are_those_that_can_tell if {
	population := [
		{"id": "a", "settings": [], "engine": "POSTGRES_15"},
		{"id": "b", "settings": [], "engine": "MYSQL_8_0"},
		{"id": "c", "engine": "POSTGRES_15"},
		{"id": "d", "settings": []},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "engine": "POSTGRES_15"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
