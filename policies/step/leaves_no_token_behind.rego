# METADATA
# title: Checkouts leave no token in the workspace
# description: "The token lies in the Git configuration until the job ends, where later steps and uploaded artifacts can take it."
# custom:
#   id: step-leaves-no-token-behind
#   severity: low
#   criteria:
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: a token is present only where it is needed}
#   tests: design
#   reads: [checkout]
#   remediation:
#     azure-pipelines: "remove `persistCredentials: true` from the checkout"
#     github-actions: "set `persist-credentials: false`, or use version 6 of the checkout or later"
#   aliases:
#     zizmor: [artipacked]
#   since: "0.1.0"
package gapcheck.step.leaves_no_token_behind

subjects contains step.id if {
	some step in input.step
	step.checkout.token_in_workspace in {true, false}
}

deny contains {"subject": step.id, "path": ["checkout", "token_in_workspace"], "message": message} if {
	some step in input.step
	step.checkout.token_in_workspace == true
	message := sprintf("%s leaves the job's token in the workspace", [step.name])
}
