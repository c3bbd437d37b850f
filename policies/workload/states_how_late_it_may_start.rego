# METADATA
# title: Scheduled jobs say how late a missed run may still start
# description: A schedule without a deadline makes up for missed runs at any time, or stops for good after a hundred of them.
# custom:
#   id: workload-states-how-late-it-may-start
#   severity: low
#   criteria:
#     - {id: PI1.3, aspect: safe-repetition, strength: supporting, because: processing is neither skipped unseen nor run when it no longer fits}
#   tests: design
#   reads: [starting_deadline, first_of_pod, pod]
#   remediation:
#     kubernetes: "set `spec.startingDeadlineSeconds` of the CronJob"
#   aliases:
#     kics: [58876b44-a690-4e9f-9214-7735fa0dd15d,
#       192fe40b-b1c3-448a-aba2-6cc19a300fe3]
#   since: "0.1.0"
package gapcheck.workload.states_how_late_it_may_start

subjects contains workload.id if {
	some workload in input.workload
	_in_scope(workload)
}

deny contains {"subject": workload.id, "path": ["starting_deadline"], "message": message} if {
	some workload in input.workload
	_in_scope(workload)
	not workload.starting_deadline
	message := sprintf("the schedule %s does not say how late a run may start", [workload.pod])
}

_in_scope(workload) if {
	workload.type == "CronJob"
	workload.first_of_pod == true
}
