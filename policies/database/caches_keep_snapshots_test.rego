package gapcheck.database.caches_keep_snapshots_test

import data.gapcheck.database.caches_keep_snapshots as policy

test_deny_none if _denied({"backup_retention_days": 0}) == {["backup_retention_days"]}

test_deny_valkey if _denied({"engine": "valkey", "backup_retention_days": 0}) == {["backup_retention_days"]}

test_allow_kept if _denied({"backup_retention_days": 1}) == set()

test_allow_missing if _denied({}) == set()

test_allow_memcached if _denied({"engine": "memcached", "backup_retention_days": 0}) == set()

test_allow_other_forms if _denied({"form": "table", "backup_retention_days": 0}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "form": "cache", "engine": "redis"},
		{"id": "b", "form": "cache", "engine": "memcached"},
		{"id": "c", "form": "search", "engine": "redis"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"form": "cache", "engine": "redis"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
