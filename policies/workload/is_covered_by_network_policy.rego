# METADATA
# title: Every pod is selected by a network policy
# description: "Without one, everything in the cluster may talk to the pod, whatever was broken into."
# custom:
#   id: workload-is-covered-by-network-policy
#   severity: medium
#   criteria:
#     - {id: CC6.6, aspect: network-isolation, strength: primary, because: traffic between workloads must be limited to what is declared}
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: an intruder in one workload must not reach all others}
#   tests: design
#   reads: [covered_by_network_policy, first_of_pod, pod]
#   remediation:
#     kubernetes: "add a NetworkPolicy to the namespace whose `podSelector` chooses the pod"
#   aliases:
#     checkov: [CKV2_K8S_6]
#   since: "0.1.0"
package gapcheck.workload.is_covered_by_network_policy

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["covered_by_network_policy"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.covered_by_network_policy == false
	message := sprintf("no network policy selects the pods of %s", [workload.pod])
}

_in_scope(workload) if {
	workload.format == "kubernetes"
	workload.first_of_pod == true
}
