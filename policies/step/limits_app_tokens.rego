# METADATA
# title: Tokens of apps are limited to what a step needs
# description: "A token of an app has every right that the app was given, in every repository that its owner installed it for."
# related_resources:
#   - https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/making-authenticated-api-requests-with-a-github-app-in-a-github-actions-workflow
# custom:
#   id: step-limits-app-tokens
#   severity: medium
#   criteria:
#     - {id: CC6.3, aspect: pipeline-rights, strength: supporting, because: a token gets only the rights that its step needs}
#     - {id: CC6.1, aspect: secrets, strength: supporting, because: a token that ends with its job cannot be used afterwards}
#   tests: design
#   reads: [uses, inputs]
#   remediation:
#     github-actions: "name rights by `permission-contents: read` and the like, name `repositories` beside `owner`, and leave `skip-token-revoke` out"
#   aliases:
#     zizmor: [github-app]
#   since: "0.1.0"
package gapcheck.step.limits_app_tokens

subjects contains step.id if {
	some step in input.step
	_makes_token(step)
}

deny contains {"subject": step.id, "path": ["uses"], "message": message} if {
	some step in input.step
	_makes_token(step)
	count({name | some name, _ in step.inputs; startswith(name, "permission-")}) == 0
	message := sprintf("%s makes a token with all rights of its app", [step.name])
}

deny contains {"subject": step.id, "path": ["inputs", "owner"], "message": message} if {
	some step in input.step
	_makes_token(step)
	step.inputs.owner
	not step.inputs.repositories
	message := sprintf("%s makes a token for every repository of an owner", [step.name])
}

deny contains {"subject": step.id, "path": ["inputs", "skip-token-revoke"], "message": message} if {
	some step in input.step
	_makes_token(step)
	step.inputs["skip-token-revoke"] in {true, "true"}
	message := sprintf("%s leaves its token valid after the job", [step.name])
}

_makes_token(step) if {
	step.uses.owner == "actions"
	step.uses.repository == "create-github-app-token"
}
