package gapcheck.endpoint.validates_requests_test

import data.gapcheck.endpoint.validates_requests as policy

test_deny_unchecked if _denied({"validates_requests": false, "http_method": "POST"}) == {["validates_requests"]}

test_allow_checked if _denied({"validates_requests": true, "http_method": "POST"}) == set()

test_allow_preflight if _denied({"validates_requests": false, "http_method": "OPTIONS"}) == set()

test_allow_missing_where_there_is_no_validator if _denied({}) == set()

test_subjects_are_methods_that_can_check if {
	policy.subjects == {"a"} with input.endpoint as [{"id": "a", "validates_requests": true}, {"id": "b"}]
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
