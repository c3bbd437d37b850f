package gapcheck.endpoint.signs_with_strong_algorithms_test

import data.gapcheck.endpoint.signs_with_strong_algorithms as policy

test_deny_old if _denied({"signature_algorithms": ["rsasha256", "rsasha1"]}) == {["signature_algorithms", "1"]}

test_allow_strong if _denied({"signature_algorithms": ["ecdsap256sha256"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_role if _denied({"role": "proxy", "signature_algorithms": ["rsasha1"]}) == set()

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "role": "dns_zone"}, {"id": "b", "role": "proxy"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "dns_zone"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
