package gapcheck.bucket.accepts_modern_tls_only_test

import data.gapcheck.bucket.accepts_modern_tls_only as policy

test_deny_old_version if _denied({"min_tls": "1.0"}) == {["min_tls"]}

test_allow_new_version if _denied({"min_tls": "1.2"}) == set()

test_allow_missing if _denied({}) == set()

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "azure"}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
