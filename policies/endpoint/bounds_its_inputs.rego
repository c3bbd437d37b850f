# METADATA
# title: Texts and numbers that an API takes have bounds
# description: What has no bound cannot be refused at the door when it is wrong or hostile.
# custom:
#   id: endpoint-bounds-its-inputs
#   severity: low
#   criteria:
#     - {id: PI1.2, aspect: input-validation, strength: primary, because: input must be checked for form and size against a definition}
#   tests: design
#   reads: [unbounded_inputs]
#   remediation:
#     openapi: "give texts a `maxLength`, `pattern`, `enum` or `format`, and numbers a `maximum` or `format`"
#   since: "0.1.0"
package gapcheck.endpoint.bounds_its_inputs

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	endpoint.unbounded_inputs
}

# One answer an operation or schema, where its first open value stands: they are mended together.
deny contains {"subject": endpoint.id, "path": ["unbounded_inputs", "0"], "message": message} if {
	some endpoint in input.endpoint
	some 0, first in endpoint.unbounded_inputs
	message := sprintf("%s takes %s%s of any size", [endpoint.name, first, _more(count(endpoint.unbounded_inputs) - 1)])
}

_more(0) := ""

_more(others) := sprintf(" and %d more", [others]) if others > 0
