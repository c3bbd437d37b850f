# METADATA
# title: Replicated workloads have a pod disruption budget
# description: A budget keeps planned maintenance from taking all instances at once.
# custom:
#   id: workload-survives-maintenance
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: redundancy, strength: primary, because: maintenance must leave enough instances running}
#   tests: design
#   reads: [covered_by_disruption_budget, replicas, first_of_pod, pod]
#   remediation:
#     kubernetes: "add a PodDisruptionBudget whose selector chooses the pods"
#   aliases:
#     kics: [a05331ee-1653-45cb-91e6-13637a76e4f0,
#       7249e3b0-9231-4af3-bc5f-5daf4988ecbf,
#       b23e9b98-0cb6-4fc9-b257-1f3270442678, 1db3a5a5-bf75-44e5-9e44-c56cfc8b1ac5]
#   since: "0.1.0"
package gapcheck.workload.survives_maintenance

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["covered_by_disruption_budget"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.covered_by_disruption_budget == false
	message := sprintf("no disruption budget covers %s", [workload.pod])
}

_in_scope(workload) if {
	workload.type in {"Deployment", "StatefulSet", "Rollout"}
	workload.first_of_pod == true
	workload.replicas > 1
}
