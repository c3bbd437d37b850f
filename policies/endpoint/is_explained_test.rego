package gapcheck.endpoint.is_explained_test

import data.gapcheck.endpoint.is_explained as policy

test_deny_silent if _denied({"described": false}) == {["described"]}

test_allow_described if _denied({"described": true}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_operations if {
	endpoints := [{"id": "a", "described": true}, {"id": "b", "role": "listener"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
