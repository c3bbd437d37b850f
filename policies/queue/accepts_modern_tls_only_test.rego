package gapcheck.queue.accepts_modern_tls_only_test

import data.gapcheck.queue.accepts_modern_tls_only as policy

test_deny_old if {
	every it in ["1.0", "1.1"] {
		_denied({"min_tls": it}) == {["min_tls"]}
	}
}

test_allow_new if _denied({"min_tls": "1.2"}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.queue as [{"id": "a", "min_tls": "1.2"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.queue as [subject]
}
