# METADATA
# title: Discovery of sensitive data runs where it is set up
# description: A scanner that is paused finds no bucket into which personal data have strayed.
# custom:
#   id: monitor-discovers-sensitive-data
#   severity: medium
#   criteria:
#     - {id: C1.1, aspect: discovery, strength: primary, because: confidential data are found where nobody put them on purpose}
#   tests: design
#   reads: [watch, enabled]
#   remediation:
#     cloudformation: "set `Status: ENABLED` on the `AWS::Macie::Session`"
#     terraform: "set `status = \"ENABLED\"` on the `aws_macie2_account`"
#   aliases:
#     prowler: [macie_is_enabled]
#   since: "0.1.0"
package gapcheck.monitor.discovers_sensitive_data

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "data_discovery"
}

deny contains {"subject": monitor.id, "path": ["enabled"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "data_discovery"
	monitor.enabled == false
	message := sprintf("%s is paused", [monitor.name])
}
