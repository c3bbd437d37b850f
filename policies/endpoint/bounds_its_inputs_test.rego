package gapcheck.endpoint.bounds_its_inputs_test

import data.gapcheck.endpoint.bounds_its_inputs as policy

test_deny_open_text if _denied({"unbounded_inputs": ["q"]}) == {["unbounded_inputs", "0"]}

test_deny_once if _denied({"unbounded_inputs": ["q", "n"]}) == {["unbounded_inputs", "0"]}

test_names_the_first_and_counts_the_others if {
	_messages(["a"]) == {"it takes a of any size"}
	_messages(["a", "b"]) == {"it takes a and 1 more of any size"}
}

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

_messages(names) := messages if {
	messages := {it.message | some it in policy.deny} with input.endpoint as [{"id": "a", "name": "it", "unbounded_inputs": names}]
}
