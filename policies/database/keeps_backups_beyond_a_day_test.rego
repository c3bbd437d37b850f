package gapcheck.database.keeps_backups_beyond_a_day_test

import data.gapcheck.database.keeps_backups_beyond_a_day as policy

test_deny_none if _denied({"backup_retention_days": 0}) == {["backup_retention_days"]}

test_deny_a_day if _denied({"backup_retention_days": 1}) == {["backup_retention_days"]}

test_deny_cluster if _denied({"role": "cluster", "backup_retention_days": 1}) == {["backup_retention_days"]}

test_deny_missing if _denied({}) == {["backup_retention_days"]}

test_allow_two_days if _denied({"backup_retention_days": 2}) == set()

test_allow_copies_and_members if {
	every role in ["replica", "member"] {
		_denied({"role": role}) == set()
	}
}

test_allow_other_forms if _denied({"form": "cache"}) == set()

test_allow_other_providers if _denied({"provider": "google"}) == set()

test_subjects_are_servers_and_clusters if {
	population := [
		{"id": "a", "provider": "aws", "form": "relational", "role": "server"},
		{"id": "b", "provider": "aws", "form": "relational", "role": "member"},
		{"id": "c", "provider": "aws", "form": "cache", "role": "cluster"},
		{"id": "d", "provider": "azure", "form": "relational", "role": "server"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "provider": "aws", "form": "relational", "role": "server"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
