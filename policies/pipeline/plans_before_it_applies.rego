# METADATA
# title: Pipelines that change infrastructure show a plan first
# description: "Who approves a change to infrastructure must see what it will do, and what is done must be what was seen."
# custom:
#   id: pipeline-plans-before-it-applies
#   severity: medium
#   criteria:
#     - {id: CC8.1, aspect: review, strength: supporting, because: an approver sees the effect of the change}
#     - {id: CC8.1, aspect: deployment, strength: supporting, because: what is applied is what was planned}
#   tests: design
#   reads: [runs]
#   remediation:
#     azure-pipelines: "run a plan in an earlier stage, publish it as an artifact, and apply that plan"
#     bitbucket: "run a plan in an earlier step, keep it as an artifact, and apply that plan"
#     circleci: "run a plan in an earlier job, hand it on in a workspace, and apply that plan"
#     github-actions: "run a plan in the same pipeline, keep it, and apply that plan"
#     gitlab-ci: "run a plan in an earlier stage, keep it as an artifact, and apply that plan"
#   since: "0.1.0"
package gapcheck.pipeline.plans_before_it_applies

subjects contains pipeline.id if {
	some pipeline in input.pipeline
	pipeline.runs.infrastructure_apply
}

deny contains {"subject": pipeline.id, "path": ["runs", "infrastructure_apply"], "message": message} if {
	some pipeline in input.pipeline
	pipeline.runs.infrastructure_apply
	not pipeline.runs.infrastructure_plan
	message := sprintf("%s changes infrastructure without a plan before", [pipeline.name])
}
