package gapcheck.endpoint.signs_its_names_test

import data.gapcheck.endpoint.signs_its_names as policy

test_deny_unsigned if _denied({"signs_names": false}) == {["signs_names"]}

test_allow_signed if _denied({"signs_names": true}) == set()

test_allow_missing if _denied({}) == set()

test_allow_other_role if {
	_denied({"role": "proxy", "signs_names": false}) == set()
}

test_subjects_leave_others_out if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "role": "dns_zone"}, {"id": "b", "role": "proxy"}]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "dns_zone"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
