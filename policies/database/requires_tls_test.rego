package gapcheck.database.requires_tls_test

import data.gapcheck.database.requires_tls as policy

test_deny_plain if _denied({"tls_required": false}) == {["tls_required"]}

test_allow_tls if _denied({"tls_required": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "tls_required": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_subjects_that_admit_plain_text if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "tls_required": false}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
