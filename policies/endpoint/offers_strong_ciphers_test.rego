package gapcheck.endpoint.offers_strong_ciphers_test

import data.gapcheck.endpoint.offers_strong_ciphers as policy

test_deny_each_weak if {
	facts := {"min_tls": "1.2", "weak_ciphers": ["TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"]}
	_denied(facts) == {["weak_ciphers", "0"], ["weak_ciphers", "1"]}
}

test_deny_each_old_version if {
	every it in ["1.0", "1.1"] {
		_denied({"min_tls": it, "weak_ciphers": []}) == {["min_tls"]}
	}
}

test_allow_strong if _denied({"min_tls": "1.2", "weak_ciphers": []}) == set()

test_allow_where_nothing_of_it_is_known if _denied({"min_tls": "1.0"}) == set()

test_subjects_are_those_that_can_tell if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "weak_ciphers": []}, {"id": "b"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
