# METADATA
# title: Workloads of users stay out of the namespaces of the cluster
# description: "What lies in `kube-system` is left out of admission, quotas and watching by many tools, and stands beside what runs the cluster."
# custom:
#   id: workload-stays-out-of-system-namespaces
#   severity: medium
#   criteria:
#     - {id: CC6.1, aspect: segmentation, strength: supporting, because: what runs the cluster is kept apart from what runs on it}
#   tests: design
#   reads: [namespace, labels, first_of_pod]
#   remediation:
#     kubernetes: "set `metadata.namespace` to a namespace of the workload's own"
#   aliases:
#     trivy: [AVD-KSV-0037, KSV-0037]
#     kics: [611ab018-c4aa-4ba2-b0f6-a448337509a6] # in parts
#   since: "0.1.0"
package gapcheck.workload.stays_out_of_system_namespaces

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["namespace"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.namespace in {"kube-system", "kube-public", "kube-node-lease"}
	message := sprintf("%s lies in %s, beside what runs the cluster", [workload.name, workload.namespace])
}

_in_scope(workload) if {
	workload.first_of_pod == true
	not workload.labels.tier == "control-plane"
}
