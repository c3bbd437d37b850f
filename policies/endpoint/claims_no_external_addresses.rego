# METADATA
# title: Services claim no external addresses for themselves
# description: Whoever may write a service could take traffic that is meant for others by claiming their address.
# custom:
#   id: endpoint-claims-no-external-addresses
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: entry points are given by the network and not claimed}
#   tests: design
#   reads: [external_addresses]
#   remediation:
#     kubernetes: "remove `spec.externalIPs`, and let a load balancer or an ingress give the address"
#   aliases:
#     trivy: [AVD-KSV-0108, KSV-0108]
#   since: "0.1.0"
package gapcheck.endpoint.claims_no_external_addresses

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["external_addresses"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	count(endpoint.external_addresses) > 0
	message := sprintf("the service %s claims external addresses", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.format == "kubernetes"
	endpoint.type == "Service"
}
