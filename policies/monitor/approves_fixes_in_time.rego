# METADATA
# title: Fixes for machines are approved in time
# description: A weakness that is public is tried on everybody within days.
# custom:
#   id: monitor-approves-fixes-in-time
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: patching, strength: primary, because: known weaknesses are mended soon after they are known}
#   tests: design
#   reads: [watch, approval_days]
#   remediation:
#     cloudformation: "set `ApproveAfterDays` of each rule to 30 or less"
#     terraform: "set `approve_after_days` of each rule to 30 or less"
#   since: "0.1.0"
package gapcheck.monitor.approves_fixes_in_time

parameters := {"days": 30}

subjects contains monitor.id if {
	some monitor in input.monitor
	_in_scope(monitor)
}

deny contains {"subject": monitor.id, "path": ["approval_days"], "message": message} if {
	some monitor in input.monitor
	_in_scope(monitor)
	monitor.approval_days > parameters.days
	message := sprintf("%s approves fixes after %d days", [monitor.name, monitor.approval_days])
}

_in_scope(monitor) if {
	monitor.watch == "patch_baseline"
	is_number(monitor.approval_days)
}
