# METADATA
# title: Load balancers resist deletion
# description: "A front door that is deleted by mistake takes its address along, and with it everything behind."
# custom:
#   id: endpoint-resists-deletion
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: deletion-protection, strength: supporting, because: the way in is not removed by a mistake}
#   tests: design
#   reads: [deletion_protection]
#   remediation:
#     cloudformation: "set the attribute `deletion_protection.enabled` to `true`"
#     terraform: "set `enable_deletion_protection = true`"
#   aliases:
#     checkov: [CKV_AWS_150]
#   since: "0.1.0"
package gapcheck.endpoint.resists_deletion

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.deletion_protection)
}

deny contains {"subject": endpoint.id, "path": ["deletion_protection"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.deletion_protection == false
	message := sprintf("%s can be deleted without a further step", [endpoint.name])
}
