package gapcheck.database.requires_tls_test

import data.gapcheck.database.requires_tls as policy

test_deny_plain if _denied({"tls_required": false}) == {["tls_required"]}

test_deny_plain_between_nodes if _denied({"tls_required": true, "node_to_node_encrypted": false}) == {["node_to_node_encrypted"]}

test_allow_tls if _denied({"tls_required": true, "node_to_node_encrypted": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "node_to_node_encrypted": true, "tls_required": true},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.database as population
}

test_allow_no_node_to_node_encrypted if _denied({"node_to_node_encrypted": false}) == set()

test_deny_no_tls_required_no_node_to_node_encrypted if {
	_denied({"tls_required": false, "node_to_node_encrypted": false}) == {["node_to_node_encrypted"], ["tls_required"]}
}

test_subjects_that_admit_plain_text if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "node_to_node_encrypted": true, "tls_required": false}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
