# METADATA
# title: Deployments run at least two replicas
# description: One instance is none while its node is drained or fails.
# custom:
#   id: workload-runs-more-than-one-replica
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: primary, because: service must go on when one instance is lost}
#   tests: design
#   reads: [replicas, first_of_pod, pod]
#   remediation:
#     kubernetes: "set `spec.replicas` to 2 or more, or let an autoscaler keep a least number of 2"
#   since: "0.1.0"
package gapcheck.workload.runs_more_than_one_replica

# How many instances are enough.
parameters := {"min_replicas": 2}

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["replicas"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.replicas < parameters.min_replicas
	message := sprintf("%s runs as %d instance", [workload.pod, workload.replicas])
}

_in_scope(workload) if {
	workload.type in {"Deployment", "StatefulSet", "Rollout"}
	workload.first_of_pod == true
	is_number(workload.replicas)
}
