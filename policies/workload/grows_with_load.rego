# METADATA
# title: Deployments that take requests grow with the load
# description: An autoscaler follows demand; a fixed number is too small one day.
# custom:
#   id: workload-grows-with-load
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: autoscaling, strength: primary, because: capacity must follow demand}
#   tests: design
#   reads: [covered_by_autoscaler, behind_service, first_of_pod, pod]
#   remediation:
#     kubernetes: "add a HorizontalPodAutoscaler whose `scaleTargetRef` names the deployment"
#   since: "0.1.0"
package gapcheck.workload.grows_with_load

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["covered_by_autoscaler"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.covered_by_autoscaler == false
	message := sprintf("no autoscaler sets the number of instances of %s", [workload.pod])
}

_in_scope(workload) if {
	workload.type in {"Deployment", "Rollout"}
	workload.first_of_pod == true
	workload.behind_service == true
}
