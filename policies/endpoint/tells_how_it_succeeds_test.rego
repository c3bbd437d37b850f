package gapcheck.endpoint.tells_how_it_succeeds_test

import data.gapcheck.endpoint.tells_how_it_succeeds as policy

test_deny_failures_only if _denied({"responses": ["400", "default"]}) == {["responses"]}

test_deny_empty if _denied({"responses": []}) == {["responses"]}

test_deny_created_by_reading if _denied({"responses": ["201"]}) == {["responses"]}

test_deny_head if _denied({"http_method": "HEAD", "responses": ["204"]}) == {["responses"]}

test_allow_ok if _denied({"responses": ["200"]}) == set()

test_allow_accepted if _denied({"responses": ["202"]}) == set()

test_allow_range if _denied({"responses": ["2XX"]}) == set()

test_allow_head if {
	_denied({"http_method": "HEAD", "responses": ["200"]}) == set()
	_denied({"http_method": "HEAD", "responses": ["202"]}) == set()
}

test_allow_what_changes if {
	every method in ["DELETE", "PATCH", "POST", "PUT"] {
		every status in ["200", "201", "202", "204"] {
			_denied({"http_method": method, "responses": [status]}) == set()
		}
	}
}

test_allow_missing if _denied({}) == set()

test_allow_another_method if _denied({"http_method": "OPTIONS", "responses": ["400"]}) == set()

test_allow_another_role if _denied({"role": "server", "responses": ["400"]}) == set()

test_subjects_are_operations if {
	policy.subjects == {"a"} with input.endpoint as [
		{"id": "a", "role": "api_method", "http_method": "GET", "responses": ["200"]},
		{"id": "b", "role": "api_method", "http_method": "TRACE", "responses": ["200"]},
		{"id": "c", "role": "api_method", "http_method": "GET"},
		{"id": "d", "role": "server", "http_method": "GET", "responses": ["200"]},
	]
}

_denied(facts) := paths if {
	subject := object.union({"id": "a", "name": "a", "role": "api_method", "http_method": "GET"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [subject]
}
