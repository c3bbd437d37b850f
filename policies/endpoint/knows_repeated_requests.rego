# METADATA
# title: Operations that make payments or orders know a repeated request
# description: A client that got no answer asks again, and must not pay twice.
# custom:
#   id: endpoint-knows-repeated-requests
#   severity: low
#   criteria:
#     - {id: PI1.3, aspect: safe-repetition, strength: primary, because: a request that is sent twice must not be processed twice}
#   tests: design
#   reads: [idempotency_key, http_method, route]
#   remediation:
#     openapi: "take a header such as `Idempotency-Key` as a required parameter"
#   since: "0.1.0"
package gapcheck.endpoint.knows_repeated_requests

_entries := {"charges", "invoices", "orders", "payments", "payouts", "refunds", "transactions", "transfers", "withdrawals"}

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_makes_entries(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["idempotency_key"], "message": message} if {
	some endpoint in input.endpoint
	_makes_entries(endpoint)
	endpoint.idempotency_key == false
	message := sprintf("%s cannot tell a repeated request from a new one", [endpoint.name])
}

_makes_entries(endpoint) if {
	is_boolean(endpoint.idempotency_key)
	endpoint.http_method == "POST"
	steps := split(lower(trim_suffix(endpoint.route, "/")), "/")
	steps[count(steps) - 1] in _entries
}
