package gapcheck.endpoint.answers_the_unforeseen_test

import data.gapcheck.endpoint.answers_the_unforeseen as policy

test_deny_listed_only if _denied({"responses": ["200", "400"]}) == {["responses"]}

test_deny_empty if _denied({"responses": []}) == {["responses"]}

test_allow_default if _denied({"responses": ["200", "default"]}) == set()

test_allow_missing if _denied({}) == set()

test_allow_another_role if _denied({"role": "server", "responses": ["200"]}) == set()

test_subjects_are_operations if {
	policy.subjects == {"a"} with input.endpoint as [
		{"id": "a", "role": "api_method", "responses": []},
		{"id": "b", "role": "api_method"},
		{"id": "c", "role": "server", "responses": []},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "api_method"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
