# METADATA
# title: Privileged runs do not check out the code of a proposed change
# description: "Runs for these events hold secrets and a token that can write, and a fork's code in the workspace can take both."
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/secure-use
# custom:
#   id: step-checks-out-no-proposed-code
#   severity: critical
#   criteria:
#     - {id: CC6.8, aspect: pipeline-input, strength: primary, because: unreviewed code must not run with the repository's rights}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: secrets stay out of reach of code that nobody reviewed}
#   tests: design
#   reads: [checkout, events]
#   remediation:
#     github-actions: "use the `pull_request` event for the parts that need the code, or keep forks out with a condition"
#   since: "0.1.0"
package gapcheck.step.checks_out_no_proposed_code

# These run with the rights of the base repository, whoever caused them.
_privileged := {"pull_request_target", "workflow_run", "issue_comment"}

subjects contains step.id if {
	some step in input.step
	_in_scope(step)
}

deny contains {"subject": step.id, "path": ["checkout", "proposed_code"], "message": message} if {
	some step in input.step
	_in_scope(step)
	step.checkout.proposed_code == true
	message := sprintf("%s brings the code of a proposed change into a privileged run", [step.name])
}

_in_scope(step) if {
	step.checkout
	some event in step.events
	event in _privileged
}
