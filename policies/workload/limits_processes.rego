# METADATA
# title: Services may start a bounded number of processes
# description: A process that copies itself without end stops every other on the host.
# custom:
#   id: workload-limits-processes
#   severity: low
#   criteria:
#     - {id: A1.1, aspect: resource-limits, strength: supporting, because: one service cannot use up the process table of the host}
#   tests: design
#   reads: [pids_limit]
#   remediation:
#     compose: "set `pids_limit`, or `deploy.resources.limits.pids`"
#   aliases:
#     kics: [221e0658-cb2a-44e3-b08a-db96a341d6fa]
#   since: "0.1.0"
package gapcheck.workload.limits_processes

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "compose"
}

deny contains {"subject": workload.id, "path": ["pids_limit"], "message": message} if {
	some workload in input.workload
	workload.format == "compose"
	not _is_bounded(workload)
	message := sprintf("%s may start as many processes as it likes", [workload.name])
}

_is_bounded(workload) if workload.pids_limit > 0
