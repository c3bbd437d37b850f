# METADATA
# title: Load balancers drop headers that break the rules
# description: Header names that proxies and servers read differently smuggle one request inside another.
# custom:
#   id: endpoint-drops-invalid-headers
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: application-firewall, strength: supporting, because: malformed requests are turned away at the boundary}
#   tests: design
#   reads: [drops_invalid_headers]
#   remediation:
#     cloudformation: "set the attribute `routing.http.drop_invalid_header_fields.enabled` to `true`"
#     terraform: "set `drop_invalid_header_fields = true`"
#   aliases:
#     checkov: [CKV_AWS_131]
#     trivy: [AVD-AWS-0052, AWS-0052]
#     tfsec: [aws-elb-drop-invalid-headers]
#   since: "0.1.0"
package gapcheck.endpoint.drops_invalid_headers

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.drops_invalid_headers)
}

deny contains {"subject": endpoint.id, "path": ["drops_invalid_headers"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.drops_invalid_headers == false
	message := sprintf("%s passes on headers that break the rules", [endpoint.name])
}
