package gapcheck.endpoint.refuses_old_tls_test

import data.gapcheck.endpoint.refuses_old_tls as policy

test_deny_first_version if _denied({"min_tls": "1.0"}) == {["min_tls"]}

test_deny_second_version if _denied({"min_tls": "1.1"}) == {["min_tls"]}

test_allow_current_version if _denied({"min_tls": "1.2"}) == set()

test_allow_missing_where_there_is_no_tls if _denied({"protocol": "tcp"}) == set()

test_subjects_are_endpoints_that_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "min_tls": "1.2"}, {"id": "b"}]
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
