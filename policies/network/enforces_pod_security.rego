# METADATA
# title: Namespaces enforce a standard for pod security
# description: "Admission refuses unsafe pods for every workload, whoever wrote it."
# custom:
#   id: network-enforces-pod-security
#   severity: medium
#   criteria:
#     - {id: CC5.2, aspect: admission-rules, strength: primary, because: a rule that the platform enforces holds for all}
#     - {id: CC6.8, aspect: admission, strength: supporting, because: unsafe workloads are refused before they run}
#   tests: design
#   reads: [layer, pod_security]
#   remediation:
#     kubernetes: "add the label `pod-security.kubernetes.io/enforce: baseline` (or `restricted`) to the namespace"
#   since: "0.1.0"
package gapcheck.network.enforces_pod_security

subjects contains network.id if {
	some network in input.network
	_in_scope(network)
}

deny contains {"subject": network.id, "path": ["pod_security"], "message": message} if {
	some network in input.network
	_in_scope(network)
	not network.pod_security in {"baseline", "restricted"}
	message := sprintf("the namespace %s enforces no standard for pod security", [network.name])
}

# The cluster's own namespaces run what the standards forbid.
_in_scope(network) if {
	network.layer == "namespace"
	not startswith(network.name, "kube-")
}
