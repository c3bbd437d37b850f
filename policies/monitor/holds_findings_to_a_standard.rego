# METADATA
# title: Security hubs hold the account to at least one standard
# description: A hub without a standard collects findings and measures nothing.
# custom:
#   id: monitor-holds-findings-to-a-standard
#   severity: medium
#   criteria:
#     - {id: CC7.1, aspect: configuration-monitoring, strength: primary, because: a standard turns settings into findings}
#     - {id: CC4.1, aspect: posture-services, strength: supporting, because: it measures controls without pause}
#   tests: design
#   reads: [watch, has_standards]
#   remediation:
#     cloudformation: "leave `EnableDefaultStandards` on, or add an `AWS::SecurityHub::Standard`"
#     terraform: "leave `enable_default_standards` on, or add an `aws_securityhub_standards_subscription`"
#   since: "0.1.0"
package gapcheck.monitor.holds_findings_to_a_standard

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "findings_hub"
}

deny contains {"subject": monitor.id, "path": ["has_standards"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "findings_hub"
	monitor.has_standards == false
	message := sprintf("%s follows no standard", [monitor.name])
}
