package gapcheck.bucket.accepts_modern_tls_only_test

import data.gapcheck.bucket.accepts_modern_tls_only as policy

test_deny_old_version if _denied({"min_tls": "1.0"}) == {["min_tls"]}

test_allow_new_version if _denied({"min_tls": "1.2"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_leave_others_out if {
	population := [
		{"id": "a", "provider": "azure"},
		{"id": "b"},
	]
	policy.subjects == {"a"} with input.bucket as population
}

test_deny_each_min_tls if {
	every it in ["1.1", "none"] {
		_denied({"min_tls": it}) == {["min_tls"]}
	}
}

test_allow_min_tls_1_0 if {
	paths := {it.path | some it in policy.deny} with input.bucket as [{"id": "a", "min_tls": "1.0", "name": "a"}]
	paths == set()
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, object.union({"provider": "azure"}, facts))
	paths := {it.path | some it in policy.deny} with input.bucket as [subject]
}
