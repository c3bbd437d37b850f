package gapcheck.endpoint.asks_who_calls_test

import data.gapcheck.endpoint.asks_who_calls as policy

test_deny_open if _denied({"role": "api_method", "authorization": "none"}) == {["authorization"]}

test_deny_open_without_key if _denied({"role": "api_method", "authorization": "none", "api_key_required": false}) == {["authorization"]}

test_allow_authorized if _denied({"role": "api_method", "authorization": "aws_iam"}) == set()

test_allow_key if _denied({"role": "api_method", "authorization": "none", "api_key_required": true}) == set()

test_allow_preflight if _denied({"role": "api_method", "authorization": "none", "http_method": "OPTIONS"}) == set()

test_allow_missing_in_other_roles if _denied({"role": "listener"}) == set()

test_subjects_are_methods if {
	endpoints := [{"id": "a", "role": "api_method", "http_method": "GET"}, {"id": "b", "role": "api_stage"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "terraform:.#front", "name": "front"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
