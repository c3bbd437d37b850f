# METADATA
# title: Services open no ports on the nodes
# description: A port of every node is an entrance beside the load balancers and ingresses that watch who comes in.
# custom:
#   id: endpoint-opens-no-node-ports
#   severity: low
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: supporting, because: entry points to the cluster are known and few}
#   tests: design
#   reads: [role]
#   remediation:
#     kubernetes: "use `type: ClusterIP` behind an ingress or gateway, or `type: LoadBalancer`"
#   aliases:
#     kics: [5c281bf8-d9bb-47f2-b909-3f6bb11874ad,
#       845acfbe-3e10-4b8e-b656-3b404d36dfb2]
#   since: "0.1.0"
package gapcheck.endpoint.opens_no_node_ports

subjects contains endpoint.id if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
}

deny contains {"subject": endpoint.id, "path": ["role"], "message": message} if {
	some endpoint in input.endpoint
	_in_scope(endpoint)
	endpoint.role == "node_port"
	message := sprintf("the service %s opens ports on every node", [endpoint.name])
}

_in_scope(endpoint) if {
	endpoint.format == "kubernetes"
	endpoint.type == "Service"
}
