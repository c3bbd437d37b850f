# METADATA
# title: Quotas bound what namespaces may use
# description: One team or one mistake cannot take the whole cluster where each namespace has its bounds.
# custom:
#   id: network-bounds-what-namespaces-use
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: quotas keep teams inside of planned capacity}
#   tests: design
#   reads: [layer, quota]
#   remediation:
#     kubernetes: "add a `ResourceQuota` to the namespace, and a `LimitRange` for what its containers leave open"
#   since: "0.1.0"
package gapcheck.network.bounds_what_namespaces_use

subjects contains network.id if {
	some network in input.network
	_in_scope(network)
}

deny contains {"subject": network.id, "path": ["quota"], "message": message} if {
	some network in input.network
	_in_scope(network)
	network.quota == false
	message := sprintf("no quota bounds the namespace %s", [network.name])
}

# The cluster's own namespaces must not run out of anything.
_in_scope(network) if {
	network.layer == "namespace"
	not startswith(network.name, "kube-")
	is_boolean(network.quota)
}
