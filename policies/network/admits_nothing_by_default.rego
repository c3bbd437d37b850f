# METADATA
# title: Namespaces admit no traffic that no rule allows
# description: "Where everything is refused by default, each allowed way is a decision."
# custom:
#   id: network-admits-nothing-by-default
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: traffic must be refused unless a rule allows it}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: namespaces are kept apart}
#   tests: design
#   reads: [layer, default_deny_ingress]
#   remediation:
#     kubernetes: "add a NetworkPolicy to the namespace with `podSelector: {}`, `policyTypes: [Ingress]` and no `ingress` rules"
#   since: "0.1.0"
package gapcheck.network.admits_nothing_by_default

subjects contains network.id if {
	some network in input.network
	_in_scope(network)
}

deny contains {"subject": network.id, "path": ["default_deny_ingress"], "message": message} if {
	some network in input.network
	_in_scope(network)
	network.default_deny_ingress == false
	message := sprintf("the namespace %s admits traffic that no rule allows", [network.name])
}

_in_scope(network) if {
	network.layer == "namespace"
	not startswith(network.name, "kube-")
}
