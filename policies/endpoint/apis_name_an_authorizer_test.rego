package gapcheck.endpoint.apis_name_an_authorizer_test

import data.gapcheck.endpoint.apis_name_an_authorizer as policy

test_deny_none if _denied({"authorizer": false}) == {["authorizer"]}

test_deny_missing if _denied({}) == {["authorizer"]}

test_allow_authorizer if _denied({"authorizer": true}) == set()

test_allow_other_endpoints if _denied({"role": "api_stage"}) == set()

test_subjects_are_apis if {
	population := [{"id": "a", "role": "rest_api"}, {"id": "b", "role": "api_stage"}]
	policy.subjects == {"a"} with input.endpoint as population
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "rest_api"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
