# METADATA
# title: SECURITY.md says how to report a weakness
# description: Whoever finds a weakness needs a way to tell you before they tell everyone.
# custom:
#   id: repository-says-how-to-report-weaknesses
#   severity: medium
#   criteria:
#     - {id: CC2.3, aspect: vulnerability-reporting, strength: primary, because: outside parties have a channel to report failures}
#     - {id: CC7.3, aspect: triage, strength: supporting, because: reports from outside reach those who judge them}
#   tests: design
#   reads: [security_policy]
#   remediation:
#     repository: "add SECURITY.md with an address or form and what happens after a report"
#   aliases:
#     prowler: [repository_public_has_securitymd_file]
#     scorecard: [Security-Policy]
#   since: "0.1.0"
package gapcheck.repository.says_how_to_report_weaknesses

subjects contains repository.id if some repository in input.repository

deny contains {"subject": repository.id, "path": ["security_policy"], "message": message} if {
	some repository in input.repository
	not repository.security_policy
	message := sprintf("%s has no SECURITY.md", [repository.name])
}
