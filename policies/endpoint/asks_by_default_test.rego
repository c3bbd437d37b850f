package gapcheck.endpoint.asks_by_default_test

import data.gapcheck.endpoint.asks_by_default as policy

test_deny_none if _denied({"role": "api", "default_authorization": "none"}) == {["default_authorization"]}

test_allow_asked if _denied({"role": "api", "default_authorization": "asked"}) == set()

test_allow_missing if _denied({"role": "api"}) == set()

test_allow_other_roles if _denied({"role": "api_method", "default_authorization": "none"}) == set()

test_allow_others_are_no_subjects if {
	policy.subjects == {"a"} with input.endpoint as [
		{"id": "a", "role": "api", "default_authorization": "asked"},
		{"id": "b", "role": "api"},
		{"id": "c", "role": "api_method", "default_authorization": "none"},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
