package gapcheck.database.accepts_cloud_identities_test

import data.gapcheck.database.accepts_cloud_identities as policy

test_deny_each_engine if {
	every engine in {"aurora-postgresql", "mariadb", "mysql", "neptune", "postgres"} {
		_denied({"engine": engine, "iam_auth": false}) == {["iam_auth"]}
	}
}

test_deny_cluster if _denied({"role": "cluster", "iam_auth": false}) == {["iam_auth"]}

test_allow_on if _denied({"iam_auth": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_engines if _denied({"engine": "oracle-ee", "iam_auth": false}) == set()

test_allow_replica if _denied({"role": "replica", "iam_auth": false}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "role": "server", "engine": "mysql"},
		{"id": "b", "role": "member", "engine": "mysql"},
		{"id": "c", "role": "server", "engine": "sqlserver-se"},
	]
	policy.subjects == {"a"} with input.database as population
}

_denied(facts) := paths if {
	subject := object.union(object.union({"id": "a", "name": "a"}, {"role": "server", "engine": "postgres"}), facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
