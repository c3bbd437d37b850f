# METADATA
# title: What stands behind a distribution or load balancer is asked over TLS
# description: Requests that are encrypted up to the front door and plain behind it can be read and changed inside.
# custom:
#   id: endpoint-encrypts-traffic-to-origins
#   severity: low
#   criteria:
#     - {id: CC6.7, aspect: encryption-in-transit, strength: supporting, because: data stay encrypted on the last part of their way}
#   tests: design
#   reads: [tls_to_origin]
#   remediation:
#     cloudformation: "set `OriginProtocolPolicy: https-only` on custom origins, and `Protocol: HTTPS` on target groups"
#     terraform: "set `origin_protocol_policy = \"https-only\"` on custom origins, and `protocol = \"HTTPS\"` on target groups"
#   aliases:
#     checkov: [CKV_AWS_378]
#   since: "0.1.0"
package gapcheck.endpoint.encrypts_traffic_to_origins

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	is_boolean(endpoint.tls_to_origin)
}

deny contains {"subject": endpoint.id, "path": ["tls_to_origin"], "message": message} if {
	some endpoint in input.endpoint
	endpoint.tls_to_origin == false
	message := sprintf("%s asks what stands behind it in plain text", [endpoint.name])
}
