# METADATA
# title: Workloads that keep data are covered by a backup schedule
# description: "Persistent volumes outlive pods, but not a deletion, a fault or a ransom note."
# custom:
#   id: workload-is-backed-up
#   severity: medium
#   criteria:
#     - {id: A1.2, aspect: backup, strength: primary, because: data must be recoverable}
#     - {id: CC7.5, aspect: recovery-means, strength: supporting, because: recovery needs something to recover from}
#     - {id: PI1.5, aspect: stored-copies, strength: supporting, because: stored data must have copies}
#   tests: design
#   reads: [keeps_data, covered_by_backup, first_of_pod, pod]
#   remediation:
#     kubernetes: "add the namespace to a Velero Schedule, or keep the data in a service that is backed up"
#   since: "0.1.0"
package gapcheck.workload.is_backed_up

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["covered_by_backup"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	workload.covered_by_backup == false
	message := sprintf("no backup schedule covers the data of %s", [workload.pod])
}

_in_scope(workload) if {
	workload.keeps_data == true
	workload.first_of_pod == true
}
