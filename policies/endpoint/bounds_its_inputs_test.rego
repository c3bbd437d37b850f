package gapcheck.endpoint.bounds_its_inputs_test

import data.gapcheck.endpoint.bounds_its_inputs as policy

test_deny_open_text if _denied({"unbounded_inputs": ["q"]}) == {["unbounded_inputs", "0"]}

test_allow_none if _denied({"unbounded_inputs": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_operations if {
	endpoints := [{"id": "a", "unbounded_inputs": []}, {"id": "b", "role": "listener"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
