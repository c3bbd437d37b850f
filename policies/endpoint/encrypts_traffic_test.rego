package gapcheck.endpoint.encrypts_traffic_test

import data.gapcheck.endpoint.encrypts_traffic as policy

test_deny_plain_text if _denied({"tls": false}) == {["tls"]}

test_deny_plain_text_that_stays if _denied({"tls": false, "redirects_to_https": false}) == {["tls"]}

test_allow_tls if _denied({"tls": true}) == set()

test_allow_redirect if _denied({"tls": false, "redirects_to_https": true}) == set()

test_allow_missing_where_nobody_tells if _denied({}) == set()

test_subjects_are_endpoints_that_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "tls": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
