# METADATA
# title: Operations of an API are explained
# description: Who calls an operation must know what it does with the data.
# custom:
#   id: endpoint-is-explained
#   severity: low
#   criteria:
#     - {id: PI1.1, aspect: interface-specification, strength: primary, because: users are given the definition of what is processed}
#   tests: design
#   reads: [described]
#   remediation:
#     openapi: "give each operation a `summary` or `description`"
#   since: "0.1.0"
package gapcheck.endpoint.is_explained

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.described)
}

deny contains {"subject": endpoint.id, "path": ["described"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.described == false
	message := sprintf("%s does not say what it does", [endpoint.name])
}
