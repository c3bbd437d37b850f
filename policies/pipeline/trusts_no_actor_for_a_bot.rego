# METADATA
# title: Privileged runs do not trust the last actor to be a bot
# description: "The actor is whoever caused the run last. Anybody can make a bot be that on a branch of their own, and so pass for it."
# custom:
#   id: pipeline-trusts-no-actor-for-a-bot
#   severity: high
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: only changes that the bot made are let through as such}
#     - {id: CC6.1, aspect: authentication, strength: supporting, because: who made a change is told by the change}
#   tests: design
#   reads: [conditions]
#   remediation:
#     github-actions: "compare `github.event.pull_request.user.login`, the author of the request, in place of the actor"
#   aliases:
#     zizmor: [bot-conditions]
#   since: "0.1.0"
package gapcheck.pipeline.trusts_no_actor_for_a_bot

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.conditions
}

deny contains {"subject": pipeline.id, "path": ["conditions", sprintf("%d", [index]), "loose"], "message": message} if {
	some pipeline in input.pipeline
	some index, condition in pipeline.conditions
	condition.loose == "name of a bot"
	message := sprintf("%s trusts whoever caused the run last to be a bot: %s", [pipeline.name, condition.condition])
}
