package gapcheck.database.accepts_modern_tls_only_test

import data.gapcheck.database.accepts_modern_tls_only as policy

test_deny_each_old if {
	every it in ["none", "1.0", "1.1"] {
		_denied({"min_tls": it}) == {["min_tls"]}
	}
}

test_allow_each_new if {
	every it in ["1.2", "1.3"] {
		_denied({"min_tls": it}) == set()
	}
}

test_allow_where_nothing_of_it_is_known if _denied({}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.database as [{"id": "a", "min_tls": "1.2"}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.database as [subject]
}
