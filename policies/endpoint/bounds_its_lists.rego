# METADATA
# title: Lists in an API say how long they may be
# description: A list without an end lets one request take all the memory there is.
# custom:
#   id: endpoint-bounds-its-lists
#   severity: low
#   criteria:
#     - {id: PI1.2, aspect: input-validation, strength: supporting, because: input must be checked for its size}
#   tests: design
#   reads: [unbounded_lists]
#   remediation:
#     openapi: "give every schema of `type: array` a `maxItems`"
#   aliases:
#     checkov: [CKV_OPENAPI_21]
#     kics: [6998389e-66b2-473d-8d05-c8d71ac4d04d, 99eb2c95-2040-4104-9e7c-e16f7474d218]
#   since: "0.1.0"
package gapcheck.endpoint.bounds_its_lists

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.unbounded_lists
}

deny contains {"subject": endpoint.id, "path": ["unbounded_lists", sprintf("%d", [index])], "message": message} if {
	some endpoint in input.endpoint
	some index, _ in endpoint.unbounded_lists
	message := sprintf("%s has a list of any length", [endpoint.name])
}
