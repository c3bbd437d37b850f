package gapcheck.endpoint.bounds_its_lists_test

import data.gapcheck.endpoint.bounds_its_lists as policy

test_deny_open_list if _denied({"unbounded_lists": ["a list"]}) == {["unbounded_lists", "0"]}

test_allow_none if _denied({"unbounded_lists": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_descriptions if {
	endpoints := [{"id": "a", "unbounded_lists": []}, {"id": "b", "role": "listener"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
