# METADATA
# title: Deployments replace their instances step by step
# description: "Where all instances end before the new ones begin, each release is an outage, and a bad one lasts until somebody acts."
# custom:
#   id: workload-is-replaced-step-by-step
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: a release that fails stops before it has replaced what works}
#     - {id: A1.2, aspect: redundancy, strength: supporting, because: instances serve while others are replaced}
#   tests: design
#   reads: [update_strategy, keeps_data, first_of_pod, pod]
#   remediation:
#     kubernetes: "use `strategy.type: RollingUpdate`, or `updateStrategy.type: RollingUpdate` of a DaemonSet or StatefulSet"
#   since: "0.1.0"
package gapcheck.workload.is_replaced_step_by_step

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["update_strategy"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.update_strategy != "RollingUpdate"
	message := sprintf("%s is not replaced step by step: %s", [workload.pod, workload.update_strategy])
}

# A volume that one instance holds is free for the next only when that one has ended.
_in_scope(workload) if {
	workload.first_of_pod == true
	workload.update_strategy
	not workload.keeps_data == true
}
