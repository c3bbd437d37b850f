# METADATA
# title: Threat detectors are on
# description: A detector that is switched off sees no intruder.
# custom:
#   id: monitor-detects-threats
#   severity: high
#   criteria:
#     - {id: CC7.2, aspect: detection, strength: primary, because: a managed detector watches trails and traffic for attacks}
#     - {id: CC6.8, aspect: detection, strength: supporting, because: it notices malicious software at work}
#   tests: design
#   reads: [watch, enabled]
#   remediation:
#     cloudformation: "set `Enable: true` on the `AWS::GuardDuty::Detector`"
#     terraform: "set `enable = true` on the `aws_guardduty_detector`"
#   aliases:
#     checkov: [CKV_AWS_238]
#     kics: [704dadd3-54fc-48ac-b6a0-02f170011473,
#       a25cd877-375c-4121-a640-730929936fac]
#     prowler: [guardduty_is_enabled]
#     powerpipe: [guardduty_enabled]
#   since: "0.1.0"
package gapcheck.monitor.detects_threats

subjects contains monitor.id if {
	some monitor in input.monitor
	monitor.watch == "threat_detector"
}

deny contains {"subject": monitor.id, "path": ["enabled"], "message": message} if {
	some monitor in input.monitor
	monitor.watch == "threat_detector"
	monitor.enabled == false
	message := sprintf("%s is switched off", [monitor.name])
}
