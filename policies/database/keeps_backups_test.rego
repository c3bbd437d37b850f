package gapcheck.database.keeps_backups_test

import data.gapcheck.database.keeps_backups as policy

test_deny_no_days if _denied({"backup_retention_days": 0}) == {["backup_retention_days"]}

test_deny_few_days if _denied({"backup_retention_days": 1}) == {["backup_retention_days"]}

test_deny_no_backups if _denied({"backups": false}) == {["backups"]}

test_deny_missing if _denied({}) == {["backups"]}

test_deny_table_without_recovery if {
	_denied({"form": "table", "role": "table", "point_in_time_recovery": false}) == {["point_in_time_recovery"]}
}

test_allow_seven_days if _denied({"backup_retention_days": 7}) == set()

test_allow_backups if _denied({"backups": true}) == set()

test_allow_table_with_recovery if _denied({"form": "table", "role": "table", "point_in_time_recovery": true}) == set()

test_allow_copy_for_reading if _denied({"role": "replica", "backup_retention_days": 0}) == set()

test_allow_cache if _denied({"form": "cache", "backup_retention_days": 0}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
