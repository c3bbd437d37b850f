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

test_subjects_leave_others_out if policy.subjects == set() with input.database as [{"id": "a"}]

test_deny_backup_retention_days_6 if _denied({"backup_retention_days": 6}) == {["backup_retention_days"]}

test_deny_each_form if {
	every it in ["document", "warehouse"] {
		_denied({"form": it}) == {["backups"]}
	}
}

test_deny_backup_retention_days_0_form_graph if {
	_denied({"backup_retention_days": 0, "form": "graph"}) == {["backup_retention_days"]}
}

test_allow_backup_retention_days_0_form_other if _denied({"backup_retention_days": 0, "form": "other"}) == set()

test_deny_backup_retention_days_0_role_cluster if {
	_denied({"backup_retention_days": 0, "role": "cluster"}) == {["backup_retention_days"]}
}

test_deny_role_database if _denied({"role": "database"}) == {["backups"]}

test_allow_bare if {
	paths := {it.path | some it in policy.deny} with input.database as [{"id": "a", "name": "a"}]
	paths == set()
}

test_allow_form_other_role_database if _denied({"form": "other", "role": "database"}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"form": "relational", "role": "server"}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
