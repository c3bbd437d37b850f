package gapcheck.endpoint.defines_its_output_test

import data.gapcheck.endpoint.defines_its_output as policy

test_deny_no_response if _denied({"describes_responses": false}) == {["describes_responses"]}

test_deny_no_failure if _denied({"describes_responses": true, "describes_errors": false}) == {["describes_errors"]}

test_deny_no_schema if _denied({"describes_responses": true, "describes_errors": true, "responses_without_schema": ["200"]}) == {["responses_without_schema", "0"]}

test_allow_described if _denied({"describes_responses": true, "describes_errors": true, "responses_without_schema": []}) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_operations if {
	endpoints := [{"id": "a", "describes_responses": true}, {"id": "b", "role": "listener"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

test_allow_failures_of_what_nobody_describes if _denied({"describes_errors": false}) == set()

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
