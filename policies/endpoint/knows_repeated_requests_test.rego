package gapcheck.endpoint.knows_repeated_requests_test

import data.gapcheck.endpoint.knows_repeated_requests as policy

test_deny_payment if _denied({"http_method": "POST", "route": "/v1/Payments", "idempotency_key": false}) == {["idempotency_key"]}

test_allow_key if _denied({"http_method": "POST", "route": "/payments", "idempotency_key": true}) == set()

test_allow_reading if _denied({"http_method": "GET", "route": "/payments", "idempotency_key": false}) == set()

test_allow_others if _denied({"http_method": "POST", "route": "/payments/{id}/notes", "idempotency_key": false}) == set()

test_allow_missing if _denied({"http_method": "POST", "route": "/payments"}) == set()

test_subjects_make_entries if {
	endpoints := [{"id": "a", "http_method": "POST", "route": "/orders/", "idempotency_key": true}, {"id": "b"}, {"id": "c", "http_method": "POST", "route": "/orders"}]
	policy.subjects == {"a"} with input.endpoint as endpoints
}

test_deny_each_entry if {
	every entry in ["charges", "orders", "payouts", "transfers", "withdrawals"] {
		_denied({"http_method": "POST", "route": sprintf("/%s", [entry]), "idempotency_key": false}) == {["idempotency_key"]}
	}
}

_denied(facts) := paths if {
	endpoint := object.union({"id": "openapi:api.yaml#it", "name": "it"}, facts)
	paths := {it.path | some it in policy.deny} with input.endpoint as [endpoint]
}
