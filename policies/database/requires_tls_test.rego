package gapcheck.database.requires_tls_test

import data.gapcheck.database.requires_tls as policy

test_deny_plain if _denied({"tls_required": false}) == {["tls_required"]}

test_deny_old_version if _denied({"tls_required": true, "min_tls": "1.0"}) == {["min_tls"]}

test_deny_plain_between_nodes if _denied({"tls_required": true, "node_to_node_encrypted": false}) == {["node_to_node_encrypted"]}

test_allow_tls if _denied({"tls_required": true, "min_tls": "1.2", "node_to_node_encrypted": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({}, facts))
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
