package gapcheck.endpoint.signs_callers_in_safely_test

import data.gapcheck.endpoint.signs_callers_in_safely as policy

test_deny_basic if _denied({"sign_in": "basic"}) == {["sign_in"]}

test_deny_implicit if _denied({"sign_in": "oauth2", "oauth_flows": ["authorizationCode", "implicit"]}) == {["oauth_flows", "1"]}

test_deny_password if _denied({"sign_in": "oauth2", "oauth_flows": ["password"]}) == {["oauth_flows", "0"]}

test_deny_key_in_query if _denied({"sign_in": "apikey", "key_in": "query"}) == {["key_in"]}

test_allow_key_in_header if _denied({"sign_in": "apikey", "key_in": "header"}) == set()

test_allow_code if _denied({"sign_in": "oauth2", "oauth_flows": ["authorizationCode"]}) == set()

test_allow_missing_flows if _denied({"sign_in": "oauth2"}) == set()

test_allow_other_roles if _denied({"key_in": "query", "oauth_flows": ["implicit"]}) == set()

test_subjects_are_schemes if {
	endpoints := [{"id": "a", "sign_in": "bearer"}, {"id": "b", "role": "listener"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
