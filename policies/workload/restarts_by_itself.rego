# METADATA
# title: Services restart by themselves when they fail
# description: A service that nobody starts again is down until somebody looks.
# custom:
#   id: workload-restarts-by-itself
#   severity: low
#   criteria:
#     - {id: A1.2, aspect: health-checks, strength: primary, because: a failed service must come back by itself}
#   tests: design
#   reads: [restart]
#   remediation:
#     compose: "set `restart: unless-stopped` or `restart: on-failure:5`"
#   since: "0.1.0"
package gapcheck.workload.restarts_by_itself

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "compose"
}

deny contains {"subject": workload.id, "path": ["restart"], "message": message} if {
	some workload in input.workload
	workload.format == "compose"
	workload.restart in {"no", "none"}
	message := sprintf("%s stays down once it failed", [workload.name])
}
