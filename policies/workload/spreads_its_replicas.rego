# METADATA
# title: Instances of one service are spread over nodes or zones
# description: The loss of one node must not take all instances with it.
# custom:
#   id: workload-spreads-its-replicas
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: the loss of a node or zone does not take all instances}
#   tests: design
#   reads: [replicas, spreads, first_of_pod, pod]
#   remediation:
#     kubernetes: "set `topologySpreadConstraints`, or `affinity.podAntiAffinity`, in the pod template"
#   aliases:
#     kics: [461ed7e4-f8d5-4bc1-b3c6-64ddb4fd00a3,
#       a31b7b82-d994-48c4-bd21-3bab6c31827a, d740d048-8ed3-49d3-b77b-6f072f3b669e]
#     kube_linter: [no-anti-affinity]
#   since: "0.1.0"
package gapcheck.workload.spreads_its_replicas

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["spreads"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not workload.spreads == true
	message := sprintf("the %d instances of %s may all run on one node", [workload.replicas, workload.pod])
}

_in_scope(workload) if {
	workload.type in {"Deployment", "StatefulSet", "Rollout"}
	workload.first_of_pod == true
	workload.replicas > 1
}
