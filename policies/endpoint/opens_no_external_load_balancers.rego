# METADATA
# title: Services open no load balancer to the internet
# description: "Each public load balancer is a door of its own, past the ingress where certificates, limits and filters are kept."
# custom:
#   id: endpoint-opens-no-external-load-balancers
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: what comes from outside comes through the doors that are watched}
#   tests: design
#   reads: [role, public]
#   remediation:
#     kubernetes: "use `type: ClusterIP` behind an ingress or gateway, or mark the load balancer as internal by the provider's annotation"
#   aliases:
#     kics: [2a52567c-abb8-4651-a038-52fa27c77aed,
#       26763a1c-5dda-4772-b507-5fca7fb5f165]
#   since: "0.1.0"
package gapcheck.endpoint.opens_no_external_load_balancers

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["public"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.public == true
	message := sprintf("the service %s opens a load balancer to the internet", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.format == "kubernetes"
	endpoint.role == "load_balancer"
}
